package lindyn.log.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.file.InputFile;
import org.apache.commons.math3.analysis.interpolation.AkimaSplineInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {

  private static final NamedTrajectory TRAJECTORY =
      new NamedTrajectory(new InputFile(Path.of("arm.csv")), "1");

  /** Lengths around the borders of pieces, so that each piece must not show. */
  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {5, 6, 4096, 4097, 4098, 4099, 4100, 8193, 10_000})
  void aSplineInPiecesIsTheWholeSpline(int samples) {
    var random = new SplittableRandom(samples);
    double[] times = random.doubles(samples, 0.5, 1.5).toArray();
    for (int i = 1; i < samples; i++) {
      times[i] += times[i - 1];
    }
    double[] x = random.doubles(samples, -1, 1).toArray();

    var resampling = new Resampling(times, 0.7, 10, TRAJECTORY);
    double[] actual = resampling.cubic(x);

    var whole = new AkimaSplineInterpolator().interpolate(times, x);
    double[] expected =
        IntStream.range(0, resampling.size())
            .mapToDouble(i -> whole.value(resampling.time(i)))
            .toArray();
    assertArrayEquals(expected, actual, 1e-12); // the same formula of the same samples
  }

  @Test
  void endsAtTheLastSampleDespiteRounding() {
    double[] times = IntStream.range(0, 8).mapToDouble(i -> 0.1 * i).toArray();

    var resampling = new Resampling(times, 0.1, 10, TRAJECTORY);

    assertEquals(8, resampling.size());
    assertArrayEquals(times, resampling.cubic(times), 0);
    assertArrayEquals(times, resampling.linear(times), 0);
  }
}
