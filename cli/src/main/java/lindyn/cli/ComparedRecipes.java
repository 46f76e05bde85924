package lindyn.cli;

import java.util.List;
import java.util.Optional;
import lindyn.InputException;
import lindyn.data.Split;
import lindyn.gp.model.GpConfig;
import lindyn.lstm.LstmConfig;
import lindyn.train.TrainingConfig;

/**
 * How the models of a comparison are made.
 *
 * @param processes settings of all Gaussian processes
 * @param window time steps that the models with a window see
 * @param seed of all that is random
 */
record ComparedRecipes(GpOptions processes, int window, long seed) {

  /**
   * Checks all settings before any model is trained.
   *
   * @throws InputException if one is impossible
   */
  void check(List<ComparedRecipe> compared) {
    compared.forEach(processes::requireNoneContradicts);
    compared.forEach(this::process);
  }

  /** Returns the recipe of a model; the baselines have none, since they are not trained. */
  Optional<Recipe> of(ComparedRecipe compared, Split split) {
    return switch (compared) {
      case LSTM -> Optional.of(network(LstmConfig.RECOMMENDED, split));
      case LSTM_ALONE ->
          Optional.of(network(LstmConfig.RECOMMENDED.withBase(LstmConfig.Base.NONE), split));
      case LSTM_PAPER -> Optional.of(network(LstmConfig.PAPER, split));
      default -> process(compared).map(config -> new GpRecipe(config, seed));
    };
  }

  private LstmRecipe network(LstmConfig network, Split split) {
    return new LstmRecipe(
        network,
        TrainingConfig.suggested(network.history(), split.train()).withSeed(seed),
        Optional.empty());
  }

  private Optional<GpConfig> process(ComparedRecipe compared) {
    GpConfig exact = processes.exact(ModelOptions.Preset.RECOMMENDED);
    GpConfig sparse = processes.sparse(ModelOptions.Preset.RECOMMENDED);
    return switch (compared) {
      case GP -> Optional.of(exact);
      case GP_PER_JOINT -> Optional.of(exact.withOutputs(GpConfig.Outputs.PER_JOINT));
      case GP_PAPER -> Optional.of(processes.exact(ModelOptions.Preset.PAPER));
      case GP_WINDOW -> Optional.of(windowed(exact));
      case GP_BASE -> Optional.of(onBase(exact));
      case GP_WINDOW_BASE -> Optional.of(onBase(windowed(exact)));
      case SGPR -> Optional.of(sparse);
      case SGPR_WINDOW -> Optional.of(windowed(sparse));
      case SGPR_BASE -> Optional.of(onBase(sparse));
      case SGPR_WINDOW_BASE -> Optional.of(onBase(windowed(sparse)));
      case LSTM, LSTM_ALONE, LSTM_PAPER, RIGID_BODY, LINEAR, MEAN -> Optional.empty();
    };
  }

  private static GpConfig onBase(GpConfig config) {
    return config.withMean(GpConfig.Mean.RIGID_BODY);
  }

  private GpConfig windowed(GpConfig config) {
    try {
      return config.withWindow(window);
    } catch (IllegalArgumentException e) {
      throw new InputException("--window: " + e.getMessage(), e);
    }
  }
}
