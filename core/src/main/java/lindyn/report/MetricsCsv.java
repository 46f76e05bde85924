package lindyn.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import lindyn.run.AtomicFile;
import lindyn.train.EpochReport;
import lindyn.train.TrainingListener;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes a line per epoch to a CSV file, at once, so that a run can be watched. Cells are empty
 * where there is no finite number. Not safe for several threads.
 */
public final class MetricsCsv implements TrainingListener, AutoCloseable {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private static final Object[] HEADER = {
    "epoch",
    "train_loss",
    "validation_loss",
    "best",
    "time_steps",
    "seconds",
    "time_steps_per_second"
  };

  private final Path file;
  private final BufferedWriter writer;

  private MetricsCsv(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Begins a file anew with what is known already, so that a run that goes on after an interruption
   * has each epoch once.
   *
   * @param done the reports of the epochs before the interruption
   * @throws UncheckedIOException if it cannot be written; the message names it
   */
  public static MetricsCsv open(Path file, List<EpochReport> done) {
    AtomicFile.write(
        file,
        bytes -> {
          var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
          FORMAT.printRecord(text, HEADER);
          for (EpochReport report : done) {
            FORMAT.printRecord(text, cells(report));
          }
          text.flush();
        });
    try {
      return new MetricsCsv(file, Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /**
   * Appends the line of an epoch.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  @Override
  public void onEpoch(EpochReport report) {
    try {
      FORMAT.printRecord(writer, cells(report));
      writer.flush();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static Object[] cells(EpochReport report) {
    return new Object[] {
      report.epoch(),
      cell(report.trainLoss()),
      cell(report.validationLoss()),
      report.best(),
      report.timeSteps(),
      rounded(report.seconds(), 3),
      rounded(report.timeStepsPerSecond(), 0)
    };
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static String rounded(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "";
  }

  private static UncheckedIOException failed(Path file, IOException cause) {
    return new UncheckedIOException("cannot write " + file + " (" + cause + ")", cause);
  }

  /**
   * Closes the file.
   *
   * @throws UncheckedIOException if that fails
   */
  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }
}
