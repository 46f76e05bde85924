package lindyn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lindyn.InputException;
import lindyn.report.MetricsCsv;
import lindyn.train.EpochReport;
import lindyn.train.TensorBoardEvents;
import lindyn.train.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run: {@code metrics.csv}, TensorBoard events, {@code model/}, {@code run.json}
 * and {@code report.html}. It is made when the first epoch is done, so that input that cannot be
 * trained on leaves nothing behind.
 */
final class RunFolder implements TrainingListener, AutoCloseable {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss", Locale.ROOT);

  private final Path path;
  private @Nullable MetricsCsv metrics;
  private @Nullable TensorBoardEvents events;

  private RunFolder(Path path) {
    this.path = path;
  }

  /**
   * Plans a folder that does not exist yet.
   *
   * @param chosen where the user wants it; by default {@code runs/} and the time
   * @throws InputException if it exists or cannot be made
   */
  static RunFolder planned(@Nullable Path chosen) {
    Path path =
        chosen != null
            ? chosen
            : Path.of("runs", LocalDateTime.now(ZoneId.systemDefault()).format(NAME));
    NewPath.requireFolder(path, "--out");
    return new RunFolder(path);
  }

  Path path() {
    return path;
  }

  Path model() {
    return path.resolve("model");
  }

  Path manifest() {
    return path.resolve("run.json");
  }

  Path report() {
    return path.resolve("report.html");
  }

  @Override
  public void onEpoch(EpochReport report) {
    if (metrics == null || events == null) {
      create();
      metrics = MetricsCsv.open(path.resolve("metrics.csv"));
      events = TensorBoardEvents.open(path);
    }
    metrics.onEpoch(report);
    events.onEpoch(report);
  }

  private void create() {
    try {
      Path parent = path.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(path); // fails if another run has made it meanwhile
    } catch (IOException e) {
      throw cannotMake(path, e);
    }
  }

  /** Makes a folder of several runs, unless one of them has made it. */
  static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannotMake(folder, e);
    }
  }

  private static UncheckedIOException cannotMake(Path folder, IOException e) {
    return new UncheckedIOException("cannot make the folder " + folder + " (" + e + ")", e);
  }

  @Override
  public void close() {
    if (metrics != null) {
      metrics.close();
    }
    if (events != null) {
      events.close();
    }
  }
}
