package lindyn.cli;

import java.util.List;
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
    compared.stream().filter(recipe -> recipe.name().contains("GP")).forEach(this::process);
  }

  /** Returns the recipe of a model that is trained; the baselines are not. */
  Recipe of(ComparedRecipe compared, Split split) {
    return switch (compared) {
      case LSTM -> network(LstmConfig.RECOMMENDED, split);
      case LSTM_ALONE -> network(LstmConfig.RECOMMENDED.withBase(LstmConfig.Base.NONE), split);
      case LSTM_PAPER -> network(LstmConfig.PAPER, split);
      case GP,
          GP_PAPER,
          GP_WINDOW,
          GP_BASE,
          GP_WINDOW_BASE,
          SGPR,
          SGPR_WINDOW,
          SGPR_BASE,
          SGPR_WINDOW_BASE ->
          new GpRecipe(process(compared), seed);
      case RIGID_BODY, LINEAR, MEAN ->
          throw new IllegalArgumentException(compared + " is a baseline");
    };
  }

  private LstmRecipe network(LstmConfig network, Split split) {
    return new LstmRecipe(
        network, TrainingConfig.suggested(network.history(), split.train()).withSeed(seed));
  }

  private GpConfig process(ComparedRecipe compared) {
    var preset =
        compared == ComparedRecipe.GP_PAPER
            ? ModelOptions.Preset.PAPER
            : ModelOptions.Preset.RECOMMENDED;
    GpConfig config =
        compared.name().startsWith("SGPR") ? processes.sparse(preset) : processes.exact(preset);
    GpConfig based = compared.isOnBase() ? config.withMean(GpConfig.Mean.RIGID_BODY) : config;
    try {
      return compared.seesWindow() ? based.withWindow(window) : based;
    } catch (IllegalArgumentException e) {
      throw new InputException("--window: " + e.getMessage(), e);
    }
  }

  /** Returns the settings of the Gaussian processes, in words. */
  String description() {
    return GpText.of(processes.exact(ModelOptions.Preset.RECOMMENDED))
        + "; sparse: "
        + GpText.of(processes.sparse(ModelOptions.Preset.RECOMMENDED));
  }
}
