package lindyn.examples.arm;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lindyn.Checks;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.run.AtomicFile;

/**
 * Simulated trials as a log in CSV form: columns {@code trajectory, t, fill}, then {@code q1..,
 * qd1.., qdd1.., tau1..}, the fill in kg. Numbers are the shortest decimals that give the same
 * float32 again. The bytes depend on the data set and the form alone.
 *
 * @param data the trials
 * @param form plain or gzip
 */
public record ArmLog(ArmData data, Form form) {

  /** Asks for the shortest digits; what the JDK itself prints depends on its version. */
  private static final boolean FAST_WRITER = true;

  /** Bytes of a row, roughly. */
  private static final int ROW = 256;

  /** How the text is stored. */
  public enum Form {
    /** As text. */
    PLAIN,

    /** As gzip, one member per trial, so that trials are compressed in parallel. */
    GZIP;

    /** Returns gzip for files that end in .gz. */
    public static Form of(Path file) {
      return file.toString().endsWith(".gz") ? GZIP : PLAIN;
    }

    private byte[] bytes(String text) {
      byte[] plain = text.getBytes(StandardCharsets.US_ASCII);
      if (this == PLAIN) {
        return plain;
      }
      var packed = new ByteArrayOutputStream(plain.length / 2);
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(plain);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot compress in memory", e);
      }
      return packed.toByteArray();
    }
  }

  /**
   * Simulates all trials and writes them as they come, in order; the file appears when it is
   * complete. Memory does not grow with the number of trials.
   *
   * @param file overwritten if it exists
   * @param threads how many trials are simulated at a time
   * @param written hears how many trials are written, after each one, on the calling thread
   * @throws UncheckedIOException if the file cannot be written; nothing is left behind then
   */
  public void write(Path file, int threads, IntConsumer written) {
    Checks.positive(threads, "threads");
    AtomicFile.write(
        file,
        bytes -> {
          bytes.write(form.bytes(header()));
          InOrder.run(
              data.trials(),
              threads,
              index -> form.bytes(rows(data.trial(index))),
              (index, rows) -> {
                bytes.write(rows);
                written.accept(index + 1);
              });
        });
  }

  private String header() {
    Stream<String> numbered =
        Stream.of("q", "qd", "qdd", "tau")
            .flatMap(
                name -> IntStream.rangeClosed(1, data.setup().joints()).mapToObj(j -> name + j));
    return Stream.concat(Stream.of("trajectory", "t", "fill"), numbered)
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String rows(SimulatedTrial simulated) {
    Trajectory trajectory = simulated.trajectory();
    var csv = new StringBuilder(ROW * trajectory.timeSteps());
    for (int row = 0; row < trajectory.timeSteps(); row++) {
      csv.append(trajectory.id()).append(',');
      csv.append(number(trajectory.motion().times().at(row))).append(',');
      csv.append(number(simulated.trial().fill()));
      append(csv, trajectory.motion().q(), row);
      append(csv, trajectory.motion().qd(), row);
      append(csv, trajectory.motion().qdd(), row);
      append(csv, trajectory.tau(), row);
      csv.append('\n');
    }
    return csv.toString();
  }

  private static void append(StringBuilder csv, JointSeries series, int row) {
    for (int joint = 0; joint < series.joints(); joint++) {
      csv.append(',').append(NumberOutput.toString(series.at(row, joint), FAST_WRITER));
    }
  }

  private static String number(double value) {
    return NumberOutput.toString(value, FAST_WRITER);
  }
}
