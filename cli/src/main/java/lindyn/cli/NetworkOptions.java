package lindyn.cli;

import lindyn.InputException;
import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The network: a preset, and what differs from it. */
final class NetworkOptions {

  /** Named networks. */
  enum Preset {
    RECOMMENDED,
    PAPER;

    private LstmConfig config() {
      return switch (this) {
        case RECOMMENDED -> LstmConfig.RECOMMENDED;
        case PAPER -> LstmConfig.PAPER;
      };
    }
  }

  @Option(
      names = "--preset",
      defaultValue = "recommended",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). recommended: tanh cell and linear"
              + " read-out on top of a rigid-body regression; paper: the literal equations of"
              + " Rueckert et al. 2017.")
  private Preset preset = Preset.RECOMMENDED;

  @Option(names = "--base", description = "${COMPLETION-CANDIDATES}: what the network corrects.")
  private LstmConfig.@Nullable Base base;

  @Option(names = "--layers", paramLabel = "N", description = "LSTM layers.")
  private @Nullable Integer layers;

  @Option(names = "--hidden-units", paramLabel = "N", description = "Hidden units per layer.")
  private @Nullable Integer hiddenUnits;

  @Option(
      names = "--window",
      paramLabel = "T",
      description = "Train on windows of T time steps, with the loss on the last one.")
  private @Nullable Integer window;

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

  LstmConfig config() {
    try {
      LstmConfig config = preset.config();
      config = base == null ? config : config.withBase(base);
      config = layers == null ? config : config.withLayers(layers);
      config = hiddenUnits == null ? config : config.withHiddenUnits(hiddenUnits);
      return config.withHistory(history(config.history()));
    } catch (IllegalArgumentException e) {
      throw new InputException("network options: " + e.getMessage(), e);
    }
  }

  private History history(History preset) {
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
