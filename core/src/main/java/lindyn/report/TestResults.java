package lindyn.report;

import java.util.List;
import lindyn.Signals;

/**
 * How well a network predicts torques that it was not trained on.
 *
 * @param signals the robot's joints and the unit of their torques
 * @param models the errors of the network, then those of the models that it is compared with; all
 *     on the same trajectories
 * @param traces the trajectories to draw; each adds up to 50 kB per joint to the page, however long
 *     it is
 */
public record TestResults(Signals signals, List<ModelErrors> models, List<Trace> traces) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no model, or a part has another number of joints
   *     than the signals
   */
  public TestResults {
    models = List.copyOf(models);
    traces = List.copyOf(traces);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("test results need the errors of at least one model");
    }
    for (ModelErrors model : models) {
      requireJoints(signals, model.errors().perJoint().size(), model.name());
    }
    for (Trace trace : traces) {
      requireJoints(signals, trace.measured().joints(), trace.trajectory());
    }
  }

  private static void requireJoints(Signals signals, int joints, String name) {
    if (joints != signals.joints()) {
      throw new IllegalArgumentException(
          name + " has " + joints + " joints, expected " + signals.joints());
    }
  }

  /** Returns the model that the report is about. */
  ModelErrors network() {
    return models.get(0);
  }

  /** Returns the models that it is compared with. */
  List<ModelErrors> baselines() {
    return models.subList(1, models.size());
  }
}
