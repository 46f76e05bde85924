package lindyn.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.SplittableRandom;
import lindyn.Derivatives;
import lindyn.Differentiation;
import lindyn.file.InputFile;
import lindyn.file.RowSink;
import lindyn.log.preparation.CollectedRows;
import lindyn.log.preparation.IrregularTimes;
import lindyn.log.preparation.PreparedRows;
import lindyn.log.preparation.RowShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CausalDifferentiatorTest {

  private static final Differentiation.CausalButterworth FILTER =
      new Differentiation.CausalButterworth(15);

  /** Whose multiples have no rounding, so that a log's median period is the same. */
  private static final double PERIOD = 1.0 / 128;

  /** A control loop must see, bit for bit, what training saw. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void givesTheNumbersThatALogGets(long seed) {
    float[][] positions = series(seed);
    CollectedRows logged = logged(new RowShape(2, new Derivatives(FILTER, FILTER), 0), positions);
    var differentiator = new CausalDifferentiator(FILTER, PERIOD, 2);
    float[] qd = new float[2];
    float[] qdd = new float[2];

    for (int t = 0; t < positions.length; t++) {
      differentiator.step(positions[t], qd, qdd);

      float[] row = logged.row("1", t);
      assertArrayEquals(new float[] {row[2], row[3]}, qd, "qd at " + t);
      assertArrayEquals(new float[] {row[4], row[5]}, qdd, "qdd at " + t);
    }
  }

  /** The same where a robot measures its velocities. */
  @Test
  void givesTheAccelerationsThatALogWithVelocitiesGets() {
    float[][] rows = series(5);
    CollectedRows logged = logged(new RowShape(1, Derivatives.of(true, false, FILTER), 0), rows);
    var differentiator = new CausalDifferentiator(FILTER, PERIOD, 1);
    float[] qdd = new float[1];

    for (int t = 0; t < rows.length; t++) {
      differentiator.stepVelocities(new float[] {rows[t][1]}, qdd);

      assertArrayEquals(new float[] {rows[t][0], rows[t][1], qdd[0]}, logged.row("1", t));
    }
  }

  private static CollectedRows logged(RowShape shape, float[][] rows) {
    var logged = new CollectedRows();
    var file = new InputFile(Path.of("log.csv"));
    RowSink sink = PreparedRows.before(logged, file, new IrregularTimes.Keep(), shape);
    sink.begin("1");
    for (int t = 0; t < rows.length; t++) {
      sink.add(t * PERIOD, rows[t]);
    }
    sink.end();
    return logged;
  }

  @Test
  void startsAtRestWhereverTheRobotIs() {
    var differentiator = new CausalDifferentiator(FILTER, PERIOD, 1);
    float[] qd = {9};
    float[] qdd = {9};

    differentiator.step(new float[] {1.3f}, qd, qdd);

    assertArrayEquals(new float[] {0, 0}, new float[] {qd[0], qdd[0]});
  }

  @Test
  void resetForgetsAllSamples() {
    var differentiator = new CausalDifferentiator(FILTER, PERIOD, 2);
    float[] expected = new float[2];
    float[] qd = new float[2];
    float[] qdd = new float[2];
    for (float[] q : series(1)) {
      differentiator.step(q, qd, qdd);
    }
    System.arraycopy(qdd, 0, expected, 0, 2);

    differentiator.reset();
    for (float[] q : series(1)) {
      differentiator.step(q, qd, qdd);
    }

    assertArrayEquals(expected, qdd);
  }

  /** The documented delay of slow motions: h / (√2 K) of the filter and h/2 of the difference. */
  @Test
  void delaysARampOfVelocityAsDocumented() {
    var differentiator = new CausalDifferentiator(FILTER, PERIOD, 1);
    float[] qd = new float[1];
    float[] qdd = new float[1];
    double seconds = 0;
    for (int t = 0; t < 160; t++) { // the start has died out to e^-80
      seconds = t * PERIOD;
      differentiator.step(new float[] {(float) (seconds * seconds / 2)}, qd, qdd);
    }

    double k = Math.tan(Math.PI * FILTER.cutoffHz() * PERIOD);
    double delay = PERIOD / (Math.sqrt(2) * k) + PERIOD / 2;
    assertEquals(delay, seconds - qd[0], 2e-5); // float32 q below 1 rad over 1/128 s
    assertEquals(1, qdd[0], 1e-2);
  }

  @Test
  void refusesRowsOfAnotherRobot() {
    var differentiator = new CausalDifferentiator(FILTER, PERIOD, 2);
    float[] two = new float[2];

    assertThrows(IllegalArgumentException.class, () -> differentiator.step(new float[3], two, two));
    assertThrows(
        IllegalArgumentException.class, () -> differentiator.stepVelocities(two, new float[1]));
    assertThrows(IllegalArgumentException.class, () -> new CausalDifferentiator(FILTER, 0.1, 2));
  }

  /** Two random walks. */
  private static float[][] series(long seed) {
    var random = new SplittableRandom(seed);
    float[][] series = new float[50][2];
    float[] position = {random.nextFloat(), random.nextFloat()};
    for (float[] row : series) {
      position[0] += random.nextFloat() - 0.5f;
      position[1] += random.nextFloat() - 0.5f;
      System.arraycopy(position, 0, row, 0, 2);
    }
    return series;
  }
}
