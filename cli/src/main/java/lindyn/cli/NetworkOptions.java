package lindyn.cli;

import lindyn.InputException;
import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The network: what differs from the preset. */
final class NetworkOptions {

  @Option(names = "--layers", paramLabel = "N", description = "LSTM layers.")
  private @Nullable Integer layers;

  @Option(names = "--hidden-units", paramLabel = "N", description = "Hidden units per layer.")
  private @Nullable Integer hiddenUnits;

  @Option(
      names = "--sequence",
      paramLabel = "T",
      description = "Train on sequences of T time steps, with the loss on all after the warm-up.")
  private @Nullable Integer sequence;

  @Option(
      names = "--warm-up",
      paramLabel = "STEPS",
      description = "First steps of a sequence that are not in the loss.")
  private @Nullable Integer warmUp;

  LstmConfig config(ModelOptions model) {
    try {
      LstmConfig config =
          switch (model.preset()) {
            case RECOMMENDED -> LstmConfig.RECOMMENDED;
            case PAPER -> LstmConfig.PAPER;
          };
      config = model.base() == null ? config : config.withBase(model.base());
      config = layers == null ? config : config.withLayers(layers);
      config = hiddenUnits == null ? config : config.withHiddenUnits(hiddenUnits);
      return config.withHistory(history(config.history(), model.window()));
    } catch (IllegalArgumentException e) {
      throw new InputException("network options: " + e.getMessage(), e);
    }
  }

  private History history(History preset, @Nullable Integer window) {
    if (window != null && (sequence != null || warmUp != null)) {
      throw new InputException(
          "--window and --sequence or --warm-up exclude each other; give windows or sequences");
    }
    if (window != null) {
      return new History.Window(window);
    }
    if (sequence == null && warmUp == null) {
      return preset;
    }
    var usual = (History.Stream) LstmConfig.RECOMMENDED.history();
    int timeSteps = sequence != null ? sequence : usual.timeSteps();
    int usualWarmUp = timeSteps * usual.warmUp() / usual.timeSteps();
    return new History.Stream(timeSteps, warmUp != null ? warmUp : usualWarmUp);
  }
}
