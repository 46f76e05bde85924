package lindyn.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
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

  private final Path file;
  private final BufferedWriter writer;

  private MetricsCsv(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens a file to append to, so that a resumed run continues it; a new file gets a header.
   *
   * @throws UncheckedIOException if it cannot be written; the message names it
   */
  public static MetricsCsv open(Path file) {
    try {
      boolean isNew = Files.notExists(file) || Files.size(file) == 0;
      var writer =
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      var metrics = new MetricsCsv(file, writer);
      if (isNew) {
        metrics.print(
            "epoch",
            "train_loss",
            "validation_loss",
            "best",
            "time_steps",
            "seconds",
            "time_steps_per_second");
      }
      return metrics;
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
    print(
        report.epoch(),
        cell(report.trainLoss()),
        cell(report.validationLoss()),
        report.best(),
        report.timeSteps(),
        rounded(report.seconds(), 3),
        rounded(report.timeStepsPerSecond(), 0));
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static String rounded(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "";
  }

  private void print(Object... cells) {
    try {
      FORMAT.printRecord(writer, cells);
      writer.flush();
    } catch (IOException e) {
      throw failed(file, e);
    }
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
