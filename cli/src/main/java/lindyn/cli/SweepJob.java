package lindyn.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.folder.StagedFolder;
import lindyn.lstm.LstmConfig;
import lindyn.report.Fact;
import lindyn.report.SweepPage;
import lindyn.report.SweepReport;
import lindyn.run.AtomicFile;
import lindyn.run.Json;
import lindyn.run.RunManifest;
import lindyn.run.Versions;
import lindyn.sweep.Candidate;
import lindyn.sweep.Crew;
import lindyn.sweep.KeptTrainer;
import lindyn.sweep.Rungs;
import lindyn.sweep.Setting;
import lindyn.sweep.SuccessiveHalving;
import lindyn.sweep.Trial;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingInterruptedException;
import lindyn.train.TrainingStart;
import org.jspecify.annotations.Nullable;

/**
 * Trains candidates, and fills the sweep's folder.
 *
 * @param log the logs
 * @param split the trajectories
 * @param splitDescription how the split came about
 * @param fixed the settings that all candidates share
 * @param candidates what competes
 * @param rungs how far
 * @param crew how many at once
 */
record SweepJob(
    LogData log,
    Split split,
    String splitDescription,
    List<Setting> fixed,
    List<Candidate> candidates,
    Rungs rungs,
    Crew crew) {

  static final String CONFIG = "best.json";

  private static final String CANDIDATES = "candidates";

  /**
   * Checks that the trajectories are long enough for everybody.
   *
   * @throws InputException if not
   */
  void requireLength() {
    int longest = split.train().stream().mapToInt(Trajectory::timeSteps).max().orElse(0);
    for (Candidate candidate : candidates) {
      int needed = candidate.network().history().timeSteps();
      if (needed > longest) {
        throw new InputException(
            String.format(
                "with %s: the longest training trajectory has %d samples, fewer than the %d time"
                    + " steps of a sequence or window; leave that value out",
                Setting.text(candidate.settings()), longest, needed));
      }
    }
  }

  /** Trains all that is worth it; goes on with what an interrupted sweep has left. */
  List<Trial> run(RunFolder folder, PrintWriter err) {
    folder.requireSame(log.sources(), configuration());
    try (var interruption = new Interruption(err);
        var progress = new SweepProgress(err, rungs, candidates)) {
      var recorder =
          new SweepRecorder(folder, start -> manifest(folder, start, null), progress, err);
      var trainer =
          new KeptTrainer(
              log, split, folder.path().resolve(CANDIDATES), recorder, interruption::isRequested);
      return new SuccessiveHalving(trainer, rungs, crew, recorder).run(candidates);
    } catch (TrainingInterruptedException e) {
      throw new TrainingInterruptedException(
          "interrupted; all is saved; go on with: " + folder.resumeCommand(), e);
    }
  }

  /** Writes the results, run.json last: a run with results is finished. */
  SweepJson.Result record(RunFolder folder, List<Trial> trials, String next) {
    Path path = folder.path();
    Optional<Trial> best = SuccessiveHalving.best(trials);
    best.ifPresent(
        trial -> AtomicFile.write(path.resolve(CONFIG), Json.text(config(trial)) + "\n"));
    SweepPage.write(
        new SweepReport(LogOptions.name(path), facts(), rungs, trials, next), folder.report());
    var result =
        new SweepJson.Result(
            text(path),
            best.map(trial -> text(path.resolve(CONFIG))).orElse(null),
            best.map(SweepJson.Ranked::of).orElse(null),
            SweepJson.ranking(trials),
            IntStream.rangeClosed(1, rungs.count()).mapToObj(rungs::share).toList());
    manifest(folder, folder.recordedStart(), result).write(path);
    if (Files.isDirectory(path.resolve(CANDIDATES))) {
      StagedFolder.remove(path.resolve(CANDIDATES));
    }
    return result;
  }

  private Object config(Trial best) {
    List<Setting> all = new ArrayList<>(fixed);
    all.addAll(best.candidate().settings());
    return SweepJson.object(all);
  }

  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(RunFacts.data(log, split, splitDescription));
    facts.add(new Fact("Candidates", Integer.toString(candidates.size())));
    facts.add(new Fact("Fixed", fixed.isEmpty() ? "nothing" : Setting.text(fixed)));
    facts.add(new Fact("Seed", Long.toString(seed())));
    facts.add(
        new Fact(
            "Rungs",
            rungs.count() == 1
                ? "1: all candidates were trained to their end"
                : String.format(
                    "%d: one candidate in %d goes on to %d times as many epochs",
                    rungs.count(), rungs.ratio(), rungs.ratio())));
    return facts;
  }

  private long seed() {
    return candidates.get(0).training().seed();
  }

  private RunManifest manifest(
      RunFolder folder, TrainingStart start, SweepJson.@Nullable Result results) {
    return new RunManifest(
        Versions.current(start.tensorflowVersion()),
        folder.invocation(),
        new RunManifest.Execution(
            start.device(),
            crew.threads(),
            seed(),
            LstmRecipe.Execution.of(candidates.get(0).training())),
        log.sources(),
        configuration(),
        results);
  }

  private Configuration configuration() {
    return new Configuration(
        rungs,
        candidates.stream().map(Settings::of).toList(),
        log.notes().options(),
        log.signals().derivatives().description(),
        splitDescription,
        TrainingJob.Parts.of(split));
  }

  /**
   * Everything that was chosen.
   *
   * @param rungs how far candidates were trained
   * @param candidates what competed
   * @param reading how the logs were read
   * @param derivatives how qd and qdd came about
   * @param split how the split came about
   * @param trajectories ids of the trajectories of each part
   */
  record Configuration(
      Rungs rungs,
      List<Settings> candidates,
      String reading,
      String derivatives,
      String split,
      TrainingJob.Parts trajectories) {}

  /**
   * A candidate.
   *
   * @param number its name
   * @param network the network
   * @param training how it is trained
   */
  record Settings(
      int number,
      LstmConfig network,
      @JsonIgnoreProperties({"device", "engine"}) TrainingConfig training) {

    static Settings of(Candidate candidate) {
      return new Settings(candidate.number(), candidate.network(), candidate.training());
    }
  }
}
