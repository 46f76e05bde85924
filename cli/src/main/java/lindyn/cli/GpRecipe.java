package lindyn.cli;

import java.io.PrintWriter;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.gp.model.GpConfig;
import lindyn.gp.model.GpResult;
import lindyn.gp.model.GpTrainer;

/**
 * Trains Gaussian processes. They learn from the training trajectories alone: the marginal
 * likelihood needs no validation.
 *
 * @param config their mathematics
 * @param seed of samples, inducing points and restarts
 */
record GpRecipe(GpConfig config, long seed) implements Recipe {

  @Override
  public int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public Object configuration() {
    return new Configuration(config);
  }

  /**
   * What run.json keeps.
   *
   * @param model the mathematics
   */
  record Configuration(GpConfig model) {}

  @Override
  public TrainedModel train(LogData log, Split split, RunFolder folder, PrintWriter err) {
    GpResult result =
        new GpTrainer(config, seed)
            .train(log, split.train(), new GpProgress(config.approximation(), err));
    result.warnings().forEach(warning -> err.println("warning: " + warning));
    err.flush();
    return new TrainedProcess(result);
  }
}
