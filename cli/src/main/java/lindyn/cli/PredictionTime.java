package lindyn.cli;

import java.util.ArrayList;
import java.util.List;
import lindyn.InverseDynamicsModel;
import lindyn.Motion;
import lindyn.Trajectory;
import org.apache.commons.math3.stat.StatUtils;

/** How long a model takes to predict many samples, trajectories in parallel. */
final class PredictionTime {

  /** Enough to measure; more would only take time. */
  private static final int SAMPLES = 20_000;

  private static final int PASSES = 5;

  /** A pass repeats the prediction until it has lasted so long. */
  private static final double SECONDS = 0.1;

  private PredictionTime() {}

  /** Returns the time per sample in µs: the median of several passes. */
  static double micros(InverseDynamicsModel model, List<Trajectory> trajectories) {
    List<Motion> motions = new ArrayList<>();
    int samples = 0;
    for (Trajectory trajectory : trajectories) {
      int taken = Math.min(trajectory.timeSteps(), SAMPLES - samples);
      motions.add(trajectory.motion().slice(trajectory.id(), 0, taken));
      samples += taken;
    }
    double[] passes = new double[PASSES];
    for (int pass = 0; pass < PASSES; pass++) {
      passes[pass] = secondsPerPrediction(model, motions) * 1e6 / samples;
    }
    return StatUtils.percentile(passes, 50);
  }

  private static double secondsPerPrediction(InverseDynamicsModel model, List<Motion> motions) {
    long begin = System.nanoTime();
    double seconds;
    int predictions = 0;
    do {
      motions.parallelStream().forEach(model::predict);
      predictions++;
      seconds = (System.nanoTime() - begin) / 1e9;
    } while (seconds < SECONDS);
    return seconds / predictions;
  }
}
