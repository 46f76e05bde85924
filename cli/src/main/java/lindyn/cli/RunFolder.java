package lindyn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lindyn.InputException;
import lindyn.Provenance;
import lindyn.folder.StagedFolder;
import lindyn.run.Invocation;
import lindyn.run.RecordedRun;
import lindyn.run.RunManifest;
import lindyn.train.TrainingStart;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run: {@code run.json}, {@code metrics.csv}, TensorBoard events, {@code
 * checkpoints/}, {@code model/} and {@code report.html}. It is made when training begins, so that
 * input that cannot be trained on leaves nothing behind. One process at a time has it.
 */
final class RunFolder implements AutoCloseable {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss", Locale.ROOT);

  private final Path path;
  private final Invocation invocation;
  private final Optional<RecordedRun> recorded;
  private @Nullable RunLock lock;

  private RunFolder(Path path, Invocation invocation, Optional<RecordedRun> recorded) {
    this.path = path;
    this.invocation = invocation;
    this.recorded = recorded;
  }

  /**
   * Plans a folder that does not exist yet.
   *
   * @param chosen where the user wants it; by default {@code runs/} and the time
   * @param invocation the command
   * @throws InputException if it exists or cannot be made
   */
  static RunFolder planned(@Nullable Path chosen, Invocation invocation) {
    Path path =
        chosen != null
            ? chosen
            : Path.of("runs", LocalDateTime.now(ZoneId.systemDefault()).format(NAME));
    NewPath.requireFolder(path, "--out");
    return new RunFolder(path, invocation, Optional.empty());
  }

  /**
   * Takes the folder of a run that was interrupted.
   *
   * @throws InputException if it is none, the run is finished, or another process has it
   */
  static RunFolder interrupted(Path path) {
    RecordedRun recorded = RecordedRun.read(path);
    if (recorded.isFinished()) {
      throw new InputException(
          path + ": this run is finished, its report is " + path.resolve("report.html"));
    }
    var folder = new RunFolder(path, recorded.invocation(), Optional.of(recorded));
    folder.lock = RunLock.of(path);
    return folder;
  }

  Path path() {
    return path;
  }

  Path model() {
    return path.resolve("model");
  }

  Path checkpoints() {
    return path.resolve("checkpoints");
  }

  Path report() {
    return path.resolve("report.html");
  }

  Invocation invocation() {
    return invocation;
  }

  /** Returns the command that goes on with this run, as a shell takes it. */
  String resumeCommand() {
    return "lindyn resume " + quoted(path.toString());
  }

  /** Returns a word as a shell takes it. */
  static String quoted(String word) {
    boolean isPlain = word.matches("[\\w./:\\\\-]+");
    return isPlain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Tells whether this run has begun, in this process or an earlier one. */
  boolean hasBegun() {
    return recorded.isPresent() || lock != null;
  }

  /**
   * Checks that an interrupted run had the same logs and settings.
   *
   * @throws InputException if not
   */
  void requireSame(List<Provenance.Source> sources, Object configuration) {
    recorded.ifPresent(run -> run.requireSame(sources, configuration));
  }

  /**
   * Returns what was known when the run began, in this process or an earlier one.
   *
   * @throws InputException if it has not begun
   */
  TrainingStart recordedStart() {
    RecordedRun run = RecordedRun.read(path);
    return new TrainingStart(run.tensorflowVersion(), run.device(), List.of());
  }

  /** Makes the folder, which appears with its manifest; or tidies that of an interrupted run. */
  void begin(RunManifest manifest) {
    if (lock != null && recorded.isEmpty()) { // it goes on without a process that was lost
      manifest.write(path);
      return;
    }
    if (recorded.isEmpty()) {
      StagedFolder.create(path, manifest::write);
      lock = RunLock.of(path);
      return;
    }
    StagedFolder.removeLeftovers(path);
    if (Files.isDirectory(checkpoints())) {
      StagedFolder.removeLeftovers(checkpoints());
    }
    if (Files.exists(model())) { // of an end that never came
      StagedFolder.remove(model());
    }
    manifest.write(path); // it may run elsewhere now
  }

  /** Makes a folder of several runs, unless one of them has made it. */
  static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder + " (" + e + ")", e);
    }
  }

  @Override
  public void close() {
    if (lock != null) {
      lock.close();
    }
  }
}
