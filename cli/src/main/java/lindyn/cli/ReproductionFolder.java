package lindyn.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lindyn.InputException;
import lindyn.bench.job.Job;
import lindyn.bench.job.JobListener;
import lindyn.bench.job.JobRunner;
import lindyn.bench.job.Labels;
import lindyn.bench.job.Outcome;
import lindyn.bench.job.OutcomeFiles;
import lindyn.bench.paper.Plan;
import lindyn.bench.paper.Reproduction;
import lindyn.bench.paper.ResultFiles;
import lindyn.bench.paper.Subject;
import lindyn.lstm.graph.TrainingSession;
import lindyn.run.AtomicFile;
import lindyn.run.Invocation;
import lindyn.run.Json;
import lindyn.run.Machine;
import lindyn.run.RunManifest;
import lindyn.run.Versions;
import lindyn.train.TrainingInterruptedException;

/**
 * The folder of {@code lindyn reproduce}: finished work under {@code jobs/}, and what it comes to:
 * {@code report.html}, {@code report.md}, {@code figures/}, {@code results.csv}, {@code
 * results.json} and {@code run.json}. One process at a time has it.
 */
final class ReproductionFolder implements AutoCloseable {

  private static final String OF = "of.json";

  private final Path path;
  private final Invocation invocation;
  private final boolean again;
  private final RunLock lock;

  private ReproductionFolder(Path path, Invocation invocation, boolean again, RunLock lock) {
    this.path = path;
    this.invocation = invocation;
    this.again = again;
    this.lock = lock;
  }

  /**
   * Checks that a folder holds nothing else.
   *
   * @throws InputException if it does, or is none
   */
  static void requireUsable(Path path) {
    if (Files.exists(path) && !Files.isRegularFile(path.resolve(OF)) && !isEmpty(path)) {
      throw new InputException(
          "--out: "
              + path
              + " exists and is no folder of lindyn reproduce; choose another one, or an empty one");
    }
  }

  /**
   * Takes the folder, which is made if it does not exist.
   *
   * @throws InputException if it cannot be made, or another process has it
   */
  static ReproductionFolder of(Path path, Invocation invocation, boolean again) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new InputException("--out: cannot make the folder " + path + " (" + e + ")", e);
    }
    return new ReproductionFolder(path, invocation, again, RunLock.of(path));
  }

  private static boolean isEmpty(Path path) {
    try (var files = Files.list(path)) {
      return files.allMatch(file -> file.endsWith(RunLock.FILE));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What finished work is of.
   *
   * @param robot its name
   * @param settings everything that its trajectories depend on
   * @param window time steps that models with a memory see
   */
  record Identity(String robot, String settings, int window) {}

  /**
   * Checks that finished work in the folder is of the same robot.
   *
   * @throws InputException if it is not
   */
  void requireSame(Subject subject, int window) {
    String text = Json.text(new Identity(subject.name(), subject.settings(), window)) + "\n";
    Path file = path.resolve(OF);
    try {
      if (Files.exists(file) && !Files.readString(file).equals(text)) {
        throw new InputException(
            path
                + " holds work on other logs, or with another split, window or reading of them (see "
                + file
                + "); choose another folder with --out");
      }
    } catch (IOException e) {
      throw new InputException("cannot read " + file + " (" + e + ")", e);
    }
    AtomicFile.write(file, text);
  }

  Path report() {
    return path.resolve("report.html");
  }

  /**
   * Runs what is missing and writes everything.
   *
   * @return whether no job failed
   * @throws TrainingInterruptedException if the user wants it to end; finished work is kept
   */
  boolean run(Reproduction reproduction, Plan plan, Subject subject, int threads, PrintWriter err) {
    List<Job> jobs = reproduction.jobs();
    List<String> failures = new ArrayList<>();
    Map<Labels, Outcome> outcomes;
    double seconds;
    var files = new OutcomeFiles(path.resolve("jobs"));
    if (again) {
      jobs.forEach(files::forget);
    }
    try (var interruption = new Interruption(err);
        var progress = new WorkProgress(err, "reproducing")) {
      var listener =
          new JobListener() {
            @Override
            public void onDone(double done, double all) {
              progress.update(Math.round(1000 * done), Math.round(1000 * all));
            }

            @Override
            public void onFailure(Job job, Throwable failure) {
              failures.add(job.labels() + ": " + failure);
            }

            @Override
            public boolean isStopRequested() {
              return interruption.isRequested();
            }
          };
      outcomes = new JobRunner(files, threads, listener).run(jobs);
      seconds = progress.seconds();
      if (interruption.isRequested()) {
        throw new TrainingInterruptedException(
            String.format(
                Locale.ROOT,
                "interrupted, with %d of %d jobs done; the same command (without --again) goes on",
                outcomes.size(),
                jobs.size()));
      }
    }
    failures.forEach(failure -> err.println("failed: " + failure));
    err.flush();
    write(reproduction, plan, subject, threads, seconds, outcomes);
    return failures.isEmpty();
  }

  private void write(
      Reproduction reproduction,
      Plan plan,
      Subject subject,
      int threads,
      double seconds,
      Map<Labels, Outcome> outcomes) {
    deleteFigures();
    reproduction.report(Machine.current(), outcomes).write(path);
    ResultFiles.write(path, reproduction.jobs(), outcomes);
    new RunManifest(
            Versions.current(TrainingSession.tensorflowVersion()),
            invocation,
            new RunManifest.Execution("cpu", threads, 1),
            subject.log().sources(),
            new Settings(plan, Machine.current()),
            new Done(
                outcomes.size(),
                reproduction.jobs().size(),
                Math.round(seconds),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()))
        .write(path);
  }

  /** Those of another size have other names and would stay. */
  private void deleteFigures() {
    try (DirectoryStream<Path> figures =
        Files.newDirectoryStream(Files.createDirectories(path.resolve("figures")), "*.svg")) {
      for (Path figure : figures) {
        Files.delete(figure);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot replace the figures in " + path + " (" + e + ")", e);
    }
  }

  /** What run.json keeps of the settings. */
  record Settings(Plan plan, Machine machine) {}

  /**
   * What run.json keeps of the work.
   *
   * @param finished jobs with an outcome
   * @param planned all jobs
   * @param seconds that the last call ran
   * @param endedAt when it ended, ISO 8601 in UTC
   */
  record Done(int finished, int planned, long seconds, String endedAt) {}

  @Override
  public void close() {
    lock.close();
  }
}
