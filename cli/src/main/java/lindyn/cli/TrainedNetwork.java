package lindyn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lindyn.InverseDynamicsModel;
import lindyn.Provenance;
import lindyn.data.History;
import lindyn.data.Rehearsal;
import lindyn.data.SequenceOrder;
import lindyn.device.Device.Precision;
import lindyn.eval.Baselines;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.report.Fact;
import lindyn.savedmodel.SavedModelExporter;
import lindyn.train.EpochReport;
import lindyn.train.Limits;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingResult;

/**
 * A trained LSTM.
 *
 * @param recipe what was asked for
 * @param result what came out
 * @param rehearsal what the model keeps of its data
 * @param samples samples of the training trajectories
 */
record TrainedNetwork(LstmRecipe recipe, TrainingResult result, Rehearsal rehearsal, long samples)
    implements TrainedModel {

  static final String NAME = "LSTM";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TrainedLstm model() {
    return result.model();
  }

  @Override
  public Optional<RigidBodyModel> base() {
    return result.model().base();
  }

  @Override
  public Provenance provenance() {
    return result.model().provenance();
  }

  @Override
  public long numbers() {
    return model().weights().shape().parameters() + base().map(Sizes::numbers).orElse(0L);
  }

  @Override
  public String description() {
    return network(recipe.network()) + "; " + seen(recipe.network().history());
  }

  @Override
  public void write(Baselines baselines, Path folder) {
    SavedModelExporter.write(result.model(), baselines, rehearsal, folder);
  }

  @Override
  public List<EpochReport> epochs() {
    return result.epochs();
  }

  @Override
  public ResultJson.Training training() {
    EpochReport last = result.last();
    return new ResultJson.NetworkTraining(
        last.seconds(),
        last.timeStepsPerSecond(),
        last.epoch(),
        result.bestEpoch(),
        result.stop().name(),
        result.retention().orElse(null));
  }

  @Override
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Network", network(recipe.network())));
    facts.add(new Fact("Seen", seen(recipe.network().history())));
    facts.add(new Fact("Training", training(recipe.training())));
    facts.add(new Fact("Trained", trained()));
    recipe.continued().ifPresent(begun -> facts.add(new Fact("Went on from", whence(begun))));
    return facts;
  }

  private String whence(ContinuedModel begun) {
    return begun.folder()
        + result
            .retention()
            .map(
                error ->
                    format(
                        "; mean squared error on old samples %.4f before, %.4f after",
                        error.before(), error.after()))
            .orElse("; no old samples were rehearsed");
  }

  @Override
  public Optional<InverseDynamicsModel> earlier() {
    return recipe.continued().map(begun -> begun.continuation().model());
  }

  private static String network(LstmConfig network) {
    return format(
        "%s of %s, %s cell, %s%s",
        RunFacts.counted(network.layers(), "LSTM layer", "LSTM layers"),
        RunFacts.counted(network.hiddenUnits(), "hidden unit", "hidden units"),
        network.cell().name().toLowerCase(Locale.ROOT),
        network.readOut() == LstmConfig.ReadOut.LINEAR ? "linear read-out" : "no read-out",
        network.base() == LstmConfig.Base.RIGID_BODY ? ", on a rigid-body regression" : "");
  }

  private static String seen(History history) {
    return history instanceof History.Stream stream
        ? format(
            "everything before; trained on sequences of %d steps, %d of them warm-up",
            stream.timeSteps(), stream.warmUp())
        : format("windows of %s", RunFacts.counted(history.timeSteps(), "time step", "time steps"));
  }

  private static String training(TrainingConfig training) {
    Limits limits = training.limits();
    return format(
        "%s, %sbatches of %d, at most %d epochs%s, patience %d, %s%s, seed %d",
        UpdateText.of(training),
        training.sequences() == SequenceOrder.CONTIGUOUS ? "contiguous sequences, " : "",
        training.batchSize(),
        limits.epochs(),
        limits.minutes() == Limits.NO_TIME_LIMIT ? "" : " and " + limits.minutes() + " minutes",
        limits.patience(),
        RunFacts.counted(training.device().threads(), "thread", "threads"),
        products(training.device().precision()),
        training.seed());
  }

  private static String products(Precision precision) {
    return precision == Precision.FLOAT32
        ? ""
        : ", matrix products in " + precision.name().toLowerCase(Locale.ROOT);
  }

  private String trained() {
    return format(
        "%s in %.1f s, %,.0f time steps per second, until %s; best was epoch %d",
        RunFacts.counted(result.last().epoch(), "epoch", "epochs"),
        result.last().seconds(),
        result.last().timeStepsPerSecond(),
        switch (result.stop()) {
          case EPOCHS_DONE -> "all were done";
          case NO_IMPROVEMENT -> "the validation error no longer improved";
          case TIME_OVER -> "the time was up";
        },
        result.bestEpoch());
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
