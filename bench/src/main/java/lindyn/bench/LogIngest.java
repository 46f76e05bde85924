package lindyn.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.log.Cache;
import lindyn.log.ReadingOptions;
import lindyn.log.TrajectoryReader;

/**
 * Rows per second of the first reading of a log with 28 columns: trajectory, t, and q, qd, qdd, tau
 * of 6 joints with two extra inputs. Reading is parsing, checking, hashing, and building the
 * trajectories in memory.
 *
 * <p>Numbers are printed as float32 (8 digits) and as double (17 digits). The first round is cold:
 * the virtual machine has not compiled anything yet. Expect at least 250 k rows per second, and 10
 * M from the cache.
 */
public final class LogIngest {

  private static final int JOINTS = 6;
  private static final int ROWS = 300_000;
  private static final int ROWS_OF_TRAJECTORY = 1_000;
  private static final int ROUNDS = 7;
  private static final List<String> EXTRA_INPUTS = List.of("load", "grip");

  private LogIngest() {}

  /** How many digits the numbers are printed with. */
  private enum Digits {
    FLOAT,
    DOUBLE
  }

  /** Prints one line per kind of log; takes the number of rows as its only argument. */
  public static void main(String[] arguments) throws IOException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROWS;
    Path folder = Files.createTempDirectory("lindyn-ingest");
    try {
      measure("float32 text", write(folder.resolve("float.csv"), rows, Digits.FLOAT), rows);
      measure("double text", write(folder.resolve("double.csv"), rows, Digits.DOUBLE), rows);
      measureCache(folder.resolve("float.csv"), rows);
      measure(
          "float32 text, gzip", write(folder.resolve("float.csv.gz"), rows, Digits.FLOAT), rows);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void measure(String kind, Path log, int rows) throws IOException {
    var reader =
        new TrajectoryReader(ReadingOptions.DEFAULT.withExtraInputs(EXTRA_INPUTS), Cache.NONE);
    double cold = rate(reader, log, rows);
    double[] rates = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      rates[round] = rate(reader, log, rows);
    }
    Arrays.sort(rates);
    System.out.printf(
        Locale.ROOT,
        "%-20s %d rows, %.0f MB: first %.0f k rows/s, then median %.0f k rows/s (min %.0f, max"
            + " %.0f)%n",
        kind,
        rows,
        Files.size(log) / 1e6,
        cold / 1e3,
        rates[ROUNDS / 2] / 1e3,
        rates[0] / 1e3,
        rates[ROUNDS - 1] / 1e3);
  }

  /** Opens the cache and copies all inputs and torques of every row. */
  private static void measureCache(Path log, int rows) {
    var reader =
        new TrajectoryReader(
            ReadingOptions.DEFAULT.withExtraInputs(EXTRA_INPUTS), Cache.BESIDE_LOG);
    double first = rate(reader, log, rows);
    double[] rates = new double[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) { // the first half warms up
      long begin = System.nanoTime();
      double sum = sum(reader.readTrajectories(List.of(log)));
      rates[Math.max(0, round)] = rows / ((System.nanoTime() - begin) / 1e9);
      if (!Double.isFinite(sum)) {
        throw new IllegalStateException("the cache holds " + sum);
      }
    }
    Arrays.sort(rates);
    System.out.printf(
        Locale.ROOT,
        "%-20s first reading, with writing it, %.0f k rows/s; then all numbers of a row at median"
            + " %.1f M rows/s (min %.1f, max %.1f)%n",
        "cache",
        first / 1e3,
        rates[ROUNDS / 2] / 1e6,
        rates[0] / 1e6,
        rates[ROUNDS - 1] / 1e6);
  }

  private static double sum(LogData data) {
    float[] row = new float[4 * JOINTS + EXTRA_INPUTS.size()];
    double sum = 0;
    for (Trajectory trajectory : data.trajectories()) {
      int inputs = trajectory.motion().inputs();
      for (int t = 0; t < trajectory.timeSteps(); t++) {
        trajectory.motion().copyInputs(t, row, 0);
        trajectory.tau().copyRow(t, row, inputs);
        sum += row[0] + row[inputs];
      }
    }
    return sum;
  }

  private static double rate(TrajectoryReader reader, Path log, int rows) {
    long begin = System.nanoTime();
    LogData data = reader.readTrajectories(List.of(log));
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (data.samples() != rows) {
      throw new IllegalStateException("read " + data.samples() + " rows of " + rows);
    }
    return rows / seconds;
  }

  private static Path write(Path log, int rows, Digits digits) throws IOException {
    var random = new SplittableRandom(1);
    try (OutputStream file = Files.newOutputStream(log);
        OutputStream packed = log.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file;
        var text = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
      text.write(header());
      for (int row = 0; row < rows; row++) {
        text.write(Integer.toString(row / ROWS_OF_TRAJECTORY));
        text.write(String.format(Locale.ROOT, ",%.3f", row % ROWS_OF_TRAJECTORY * 0.001));
        for (int column = 0; column < 4 * JOINTS + EXTRA_INPUTS.size(); column++) {
          double number = random.nextDouble(-3, 3);
          text.write(',');
          text.write(
              digits == Digits.DOUBLE ? Double.toString(number) : Float.toString((float) number));
        }
        text.write('\n');
      }
    }
    return log;
  }

  private static String header() {
    var header = new StringJoiner(",", "", "\n").add("trajectory").add("t");
    for (String series : List.of("q", "qd", "qdd", "tau")) {
      for (int joint = 1; joint <= JOINTS; joint++) {
        header.add(series + joint);
      }
    }
    EXTRA_INPUTS.forEach(header::add);
    return header.toString();
  }
}
