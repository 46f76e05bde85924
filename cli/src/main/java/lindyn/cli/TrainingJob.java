package lindyn.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.eval.Baselines;
import lindyn.report.ModelErrors;
import lindyn.report.ReportPage;
import lindyn.report.RunReport;
import lindyn.run.Json;
import lindyn.run.RunManifest;
import lindyn.run.Versions;
import org.jspecify.annotations.Nullable;

/**
 * Trains, tests, and fills the run's folder.
 *
 * @param log the logs
 * @param split the trajectories
 * @param splitDescription how the split came about
 * @param recipe the model and how it is trained
 */
record TrainingJob(LogData log, Split split, String splitDescription, Recipe recipe) {

  /** What comes before the first epoch takes a while with more samples. */
  private static final long MANY_SAMPLES = 1_000_000;

  /**
   * What a job gives.
   *
   * @param trained what training returned
   * @param trainingSeconds time of all that training needs, in s
   * @param tested the model beside those it must beat
   */
  record Outcome(TrainedModel trained, double trainingSeconds, TestedModel tested) {}

  /** Trains and tests; progress goes to {@code err}, metrics to the folder. */
  Outcome run(RunFolder folder, PrintWriter err) {
    if (log.samples() > MANY_SAMPLES) {
      err.printf(Locale.ROOT, "fitting the baselines to %,d samples%n", log.samples());
      err.flush();
    }
    return run(Baselines.fit(log.signals(), split.train()), folder, err);
  }

  /** Does the same with baselines that are known already. */
  Outcome run(Baselines baselines, RunFolder folder, PrintWriter err) {
    folder.requireSame(log.sources(), configuration());
    long begin = System.nanoTime();
    var recorder =
        new RunRecorder(
            folder, start -> manifest(folder, start.tensorflowVersion(), start.device(), null));
    TrainedModel trained = recipe.train(log, split, recorder, err);
    double seconds = (System.nanoTime() - begin) / 1e9;
    trained.write(baselines, folder.model());
    var tested = new TestedModel(trained.name(), trained.model(), split.test(), baselines);
    trained.earlier().ifPresent(tested::against);
    return new Outcome(trained, seconds, tested.against(trained.base()));
  }

  /** Writes report.html, and run.json last: a run with results is finished. */
  void record(RunFolder folder, Outcome outcome) {
    List<ModelErrors> errors = outcome.tested().errors();
    var provenance = outcome.trained().provenance();
    ReportPage.write(
        new RunReport(
            LogOptions.name(folder.path()),
            new RunFacts(this, outcome.trained()).list(),
            outcome.trained().epochs(),
            outcome.tested().results()),
        folder.report());
    var results = ResultJson.Trained.of(folder, outcome.trained(), errors);
    manifest(folder, provenance.tensorflowVersion(), provenance.device(), results)
        .write(folder.path());
  }

  private RunManifest manifest(
      RunFolder folder,
      String tensorflowVersion,
      String device,
      ResultJson.@Nullable Trained results) {
    return new RunManifest(
        Versions.current(tensorflowVersion),
        folder.invocation(),
        new RunManifest.Execution(device, recipe.threads(), recipe.seed(), recipe.execution()),
        log.sources(),
        configuration(),
        results);
  }

  private Configuration configuration() {
    return new Configuration(
        recipe.configuration(),
        log.notes().options(),
        log.signals().derivatives().description(),
        splitDescription,
        Parts.of(split));
  }

  /**
   * Everything that was chosen.
   *
   * @param model the model and how it was trained
   * @param reading how the logs were read
   * @param derivatives how qd and qdd came about
   * @param split how the split came about
   * @param trajectories ids of the trajectories of each part
   */
  record Configuration(
      @JsonUnwrapped Object model,
      String reading,
      String derivatives,
      String split,
      Parts trajectories) {}

  /**
   * Ids of the trajectories of each part.
   *
   * @param train what the model learned from
   * @param validation what chose the best epoch
   * @param test what the errors were measured on
   */
  record Parts(List<String> train, List<String> validation, List<String> test) {

    static Parts of(Split split) {
      return new Parts(ids(split.train()), ids(split.validation()), ids(split.test()));
    }

    private static List<String> ids(List<Trajectory> part) {
      return part.stream().map(Trajectory::id).toList();
    }
  }

  /** Prints the result: JSON for scripts, or a table for people. */
  void print(RunFolder folder, Outcome outcome, boolean json, PrintWriter out) {
    List<ModelErrors> errors = outcome.tested().errors();
    if (json) {
      out.println(Json.text(ResultJson.Trained.of(folder, outcome.trained(), errors)));
    } else {
      out.print(new TerminalTable(log.signals(), errors).text());
      out.printf("%nmodel   %s%nreport  %s%n", folder.model(), folder.report());
    }
    out.flush();
  }
}
