package lindyn.cli;

import java.io.PrintWriter;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.gp.model.GpConfig;
import lindyn.gp.model.GpListener;
import lindyn.gp.model.GpResult;
import lindyn.gp.model.GpTrainer;
import org.jspecify.annotations.Nullable;

/**
 * Trains Gaussian processes. They learn from the training trajectories alone: the marginal
 * likelihood needs no validation.
 *
 * @param config their mathematics
 * @param seed of samples, inducing points and restarts
 */
record GpRecipe(GpConfig config, long seed) implements Recipe {

  private static final int WARM_UP_POINTS = 300;

  @Override
  public int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public @Nullable Object execution() {
    return null;
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

  /** The first process pays for loading OpenBLAS and for the compiler. */
  @Override
  public void warmUp(LogData log, Split split) {
    GpConfig few =
        config.withApproximation(config.approximation().ofAtMost(WARM_UP_POINTS)).withRestarts(0);
    new GpTrainer(few, seed).train(log, split.train(), GpListener.SILENT);
  }

  @Override
  public TrainedModel train(LogData log, Split split, RunRecorder recorder, PrintWriter err) {
    GpResult result =
        new GpTrainer(config, seed)
            .train(log, split.train(), new GpProgress(config.approximation(), err));
    result.warnings().forEach(warning -> err.println("warning: " + warning));
    err.flush();
    return new TrainedProcess(result);
  }
}
