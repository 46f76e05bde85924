package lindyn.bench.paper;

import lindyn.Signals;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.WindowTraining;
import lindyn.gp.model.Approximation;
import lindyn.gp.model.GpConfig;

/** About how long jobs take on one core of 2026, in s: for nothing but the estimate of time. */
final class Costs {

  private static final double OVERHEAD = 1.5;
  private static final double TIME_STEPS_PER_SECOND = 1.5e6;
  private static final double SECONDS_PER_UPDATE = 2e-4;

  /** Of a fit of exact processes that share their hyper-parameters, times n³. */
  private static final double CUBIC = 2.5e-10;

  /** Of the kernel of a window, times n² and its time steps. */
  private static final double WINDOWED = 3e-7;

  private static final double SPARSE = 4e-8;

  private Costs() {}

  static double learning(Learner learner, int samples, Signals signals) {
    if (learner instanceof Learner.Lstm lstm) {
      return OVERHEAD + training(lstm.training(), samples, lstm.timeSteps());
    }
    if (learner instanceof Learner.Gp gp) {
      return OVERHEAD + processes(gp.config(), samples, signals);
    }
    return 0.5;
  }

  private static double training(WindowTraining training, int samples, int timeSteps) {
    double windows = (double) training.epochs() * samples;
    return windows * timeSteps / TIME_STEPS_PER_SECOND
        + windows / training.batchSize() * SECONDS_PER_UPDATE;
  }

  static double processes(GpConfig config, int samples, Signals signals) {
    double n = samples;
    int processes = config.outputs() == GpConfig.Outputs.SHARED ? 1 : signals.joints();
    double scales = config.lengthScales() == GpConfig.LengthScales.ISOTROPIC ? 1 : 2;
    if (config.approximation() instanceof Approximation.Sparse sparse) {
      double m = sparse.inducingPoints();
      return SPARSE * n * m + processes * scales * CUBIC * 4 * m * m * m;
    }
    return processes * scales * (CUBIC * n * n * n + WINDOWED * config.window() * n * n);
  }
}
