package lindyn.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.eval.Baselines;
import lindyn.lstm.LstmConfig;
import lindyn.report.ModelErrors;
import lindyn.report.ReportPage;
import lindyn.report.RunReport;
import lindyn.run.Json;
import lindyn.run.RunManifest;
import lindyn.run.Versions;
import lindyn.savedmodel.ModelFolder;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingResult;

/**
 * Trains, tests, and fills the run's folder.
 *
 * @param log the logs
 * @param split the trajectories
 * @param splitDescription how the split came about
 * @param network the network
 * @param training how it is trained
 */
record TrainingJob(
    LogData log,
    Split split,
    String splitDescription,
    LstmConfig network,
    TrainingConfig training) {

  /** What comes before the first epoch takes a while with more samples. */
  private static final long MANY_SAMPLES = 1_000_000;

  /**
   * What a job gives.
   *
   * @param result what training returned
   * @param tested the model beside those it must beat
   */
  record Outcome(TrainingResult result, TestedModel tested) {}

  /** Trains and tests; progress goes to {@code err}, metrics to the folder. */
  Outcome run(RunFolder folder, PrintWriter err) {
    if (log.samples() > MANY_SAMPLES) {
      err.printf(Locale.ROOT, "fitting the baselines to %,d samples%n", log.samples());
      err.flush();
    }
    Baselines baselines = Baselines.fit(log.signals(), split.train());
    TrainingResult result;
    try (var progress = new Progress(err);
        folder) {
      result = new Trainer(network, training).train(log, split, folder.andThen(progress));
    }
    if (result.bestEpoch() == 0) {
      err.println(
          "note: no epoch was better on the validation trajectories than the start;"
              + " the model is what training began with");
      err.flush();
    }
    ModelFolder.write(result.model(), baselines, folder.model());
    var tested =
        new TestedModel(result.model(), split.test(), baselines).against(result.model().base());
    return new Outcome(result, tested);
  }

  /** Writes run.json and report.html. */
  void record(RunFolder folder, Outcome outcome) {
    List<ModelErrors> errors = outcome.tested().errors();
    var provenance = outcome.result().model().provenance();
    new RunManifest(
            Versions.current(provenance.tensorflowVersion()),
            new RunManifest.Execution(provenance.device(), training.threads(), training.seed()),
            log.sources(),
            new Configuration(
                network,
                training,
                log.notes().options(),
                log.signals().derivatives().description(),
                splitDescription,
                Parts.of(split)),
            ResultJson.Trained.of(folder, outcome.result(), errors))
        .write(folder.manifest());
    ReportPage.write(
        new RunReport(
            LogOptions.name(folder.path()),
            new RunFacts(this, outcome.result()).list(),
            outcome.result().epochs(),
            outcome.tested().results()),
        folder.report());
  }

  /**
   * Everything that was chosen.
   *
   * @param network the network
   * @param training how it was trained
   * @param reading how the logs were read
   * @param derivatives how qd and qdd came about
   * @param split how the split came about
   * @param trajectories ids of the trajectories of each part
   */
  record Configuration(
      LstmConfig network,
      TrainingConfig training,
      String reading,
      String derivatives,
      String split,
      Parts trajectories) {}

  /**
   * Ids of the trajectories of each part.
   *
   * @param train what the network learned from
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
      out.println(Json.text(ResultJson.Trained.of(folder, outcome.result(), errors)));
    } else {
      out.print(new TerminalTable(log.signals(), errors).text());
      out.printf("%nmodel   %s%nreport  %s%n", folder.model(), folder.report());
    }
    out.flush();
  }
}
