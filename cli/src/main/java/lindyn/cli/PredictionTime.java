package lindyn.cli;

import java.util.ArrayList;
import java.util.List;
import lindyn.InverseDynamicsModel;
import lindyn.Motion;
import lindyn.Trajectory;

/** How long a model takes to predict many samples on all cores. */
final class PredictionTime {

  /** Enough to measure; more would only take time. */
  private static final int SAMPLES = 20_000;

  private PredictionTime() {}

  /** Returns the time per sample in µs; the model should have predicted something before. */
  static double micros(InverseDynamicsModel model, List<Trajectory> trajectories) {
    List<Motion> motions = new ArrayList<>();
    int samples = 0;
    for (Trajectory trajectory : trajectories) {
      int taken = Math.min(trajectory.timeSteps(), SAMPLES - samples);
      motions.add(trajectory.motion().slice(trajectory.id(), 0, taken));
      samples += taken;
    }
    long begin = System.nanoTime();
    motions.parallelStream().forEach(model::predict);
    return (System.nanoTime() - begin) / 1e3 / samples;
  }
}
