package lindyn.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What training on n samples takes, in one line of tab-separated numbers.
 *
 * @param samples n
 * @param secondsPerEpoch median of several epochs, validation of one trial included
 * @param timeStepsPerSecond in these epochs
 * @param peakBytes resident memory of the process at its peak: Java's, TensorFlow's and the samples
 */
record ScalingPoint(
    long samples, double secondsPerEpoch, double timeStepsPerSecond, long peakBytes) {

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static ScalingPoint ofLine(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 4) {
      throw new IllegalArgumentException(
          "expected samples, seconds, time steps per second and bytes, got "
              + Arrays.toString(fields));
    }
    return new ScalingPoint(
        Long.parseLong(fields[0]),
        Double.parseDouble(fields[1]),
        Double.parseDouble(fields[2]),
        Long.parseLong(fields[3]));
  }

  String line() {
    return String.format(
        Locale.ROOT, "%d\t%.6g\t%.6g\t%d", samples, secondsPerEpoch, timeStepsPerSecond, peakBytes);
  }
}
