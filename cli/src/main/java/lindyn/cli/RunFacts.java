package lindyn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lindyn.Provenance;
import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import lindyn.report.Fact;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingResult;

/**
 * What a report says about a run, in words.
 *
 * @param job what was asked for
 * @param result what came out
 */
record RunFacts(TrainingJob job, TrainingResult result) {

  List<Fact> list() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Data", data()));
    if (!job.log().sources().isEmpty()) {
      facts.add(
          new Fact(
              "Logs",
              job.log().sources().stream()
                  .map(Provenance.Source::file)
                  .collect(Collectors.joining(", "))));
    }
    facts.add(new Fact("Derivatives", job.log().signals().derivatives().description()));
    facts.add(new Fact("Split", split()));
    facts.add(new Fact("Network", network(job.network())));
    facts.add(new Fact("Seen", seen(job.network().history())));
    facts.add(new Fact("Training", training(job.training())));
    facts.add(new Fact("Trained", trained()));
    facts.add(new Fact("Device", result.model().provenance().device()));
    return facts;
  }

  private String data() {
    return format(
        "%,d samples in %s, %s",
        job.log().samples(),
        counted(job.log().trajectories().size(), "trajectory", "trajectories"),
        counted(job.log().signals().joints(), "joint", "joints"));
  }

  private String split() {
    return format(
        "%s: %d for training, %d for validation, %d for testing",
        job.splitDescription(),
        job.split().train().size(),
        job.split().validation().size(),
        job.split().test().size());
  }

  private static String network(LstmConfig network) {
    return format(
        "%s of %s, %s cell, %s%s",
        counted(network.layers(), "LSTM layer", "LSTM layers"),
        counted(network.hiddenUnits(), "hidden unit", "hidden units"),
        network.cell().name().toLowerCase(Locale.ROOT),
        network.readOut() == LstmConfig.ReadOut.LINEAR ? "linear read-out" : "no read-out",
        network.base() == LstmConfig.Base.RIGID_BODY ? ", on a rigid-body regression" : "");
  }

  private static String seen(History history) {
    return history instanceof History.Stream stream
        ? format(
            "everything before; trained on sequences of %d steps, %d of them warm-up",
            stream.timeSteps(), stream.warmUp())
        : format("windows of %s", counted(history.timeSteps(), "time step", "time steps"));
  }

  private static String training(TrainingConfig training) {
    return format(
        "Adagrad, rate %s, initial accumulator %s, batches of %d, at most %d epochs, patience %d,"
            + " %s, seed %d",
        training.learningRate(),
        training.initialAccumulator(),
        training.batchSize(),
        training.epochs(),
        training.patience(),
        counted(training.threads(), "thread", "threads"),
        training.seed());
  }

  private String trained() {
    return format(
        "%s in %.1f s, %,.0f time steps per second, until %s; best was epoch %d",
        counted(result.last().epoch(), "epoch", "epochs"),
        result.last().seconds(),
        result.last().timeStepsPerSecond(),
        switch (result.stop()) {
          case EPOCHS_DONE -> "all were done";
          case NO_IMPROVEMENT -> "the validation error no longer improved";
        },
        result.bestEpoch());
  }

  private static String counted(int count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
