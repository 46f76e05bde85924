package lindyn.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How time and memory of training grow with the samples.
 *
 * @param points in the order of their samples
 */
record ScalingTable(List<ScalingPoint> points) {

  /** Fewer samples are a few updates per epoch, and say more about what an epoch costs anyway. */
  private static final long LEAST_SAMPLES = 10_000;

  /** Copies the list. */
  public ScalingTable {
    points = List.copyOf(points);
  }

  /** Prints the table of the points on standard input, one a line. */
  public static void main(String[] arguments) throws IOException {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(new ScalingTable(lines.lines().map(ScalingPoint::ofLine).toList()));
    }
  }

  /**
   * The slope of log time over log samples, from 10,000 samples on; NaN for less than two points.
   */
  double slope() {
    var regression = new SimpleRegression();
    points.stream()
        .filter(point -> point.samples() >= LEAST_SAMPLES)
        .forEach(
            point ->
                regression.addData(
                    Math.log((double) point.samples()), Math.log(point.secondsPerEpoch())));
    return regression.getSlope();
  }

  /** Bytes that a further sample takes: the slope of peak memory over samples. */
  double bytesPerSample() {
    var regression = new SimpleRegression();
    points.forEach(
        point -> regression.addData((double) point.samples(), (double) point.peakBytes()));
    return regression.getSlope();
  }

  @Override
  public String toString() {
    var table = new StringBuilder();
    table.append(
        String.format(
            "%10s %12s %14s %10s%n", "samples", "s per epoch", "time steps/s", "peak, MB"));
    points.forEach(point -> table.append(row(point)));
    return table
        .append(
            String.format(
                Locale.ROOT,
                "log-log slope of the time from %,d samples on: %.3f%n"
                    + "memory per further sample: %.0f bytes",
                LEAST_SAMPLES,
                slope(),
                bytesPerSample()))
        .toString();
  }

  private static String row(ScalingPoint point) {
    return String.format(
        Locale.ROOT,
        "%,10d %12.4f %,14.0f %10.0f%n",
        point.samples(),
        point.secondsPerEpoch(),
        point.timeStepsPerSecond(),
        point.peakBytes() / 1e6);
  }
}
