package lindyn.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.eval.TorqueErrors;
import lindyn.eval.TorqueErrors.JointError;
import lindyn.report.ModelErrors;
import lindyn.train.EpochReport;
import lindyn.train.TrainingResult;

/** What commands print for scripts, and what run.json keeps. The keys are stable. */
final class ResultJson {

  private ResultJson() {}

  /**
   * The result of {@code train}.
   *
   * @param model the model folder
   * @param run the run's folder
   * @param test errors of the network on the test trajectories
   * @param baselines errors of the models that it is compared with, by name
   * @param train how training went
   * @param device the device that training ran on
   */
  record Trained(
      String model,
      String run,
      Errors test,
      Map<String, Errors> baselines,
      Training train,
      String device) {

    static Trained of(RunFolder folder, TrainingResult result, List<ModelErrors> errors) {
      return new Trained(
          text(folder.model()),
          text(folder.path()),
          Errors.of(errors.get(0).errors()),
          byName(errors),
          Training.of(result),
          result.model().provenance().device());
    }
  }

  /**
   * The result of {@code evaluate}.
   *
   * @param model the model folder
   * @param test errors of the network
   * @param baselines errors of the models that it is compared with, by name
   */
  record Evaluated(String model, Errors test, Map<String, Errors> baselines) {

    static Evaluated of(Path model, List<ModelErrors> errors) {
      return new Evaluated(text(model), Errors.of(errors.get(0).errors()), byName(errors));
    }
  }

  /**
   * Errors of one model, in the log's torque unit and in standard deviations of the training
   * torques.
   *
   * @param nmse mean squared error over the variance of the measured torque
   * @param mse mean squared error over all joints
   * @param rmse its root, not the mean over the joints
   * @param standardizedMse mean squared error over the variance of the training torque
   * @param samples number of time steps
   */
  record Errors(PerJoint nmse, double mse, double rmse, PerJoint standardizedMse, long samples) {

    static Errors of(TorqueErrors errors) {
      List<JointError> joints = errors.perJoint();
      return new Errors(
          new PerJoint(errors.nmse(), joints.stream().map(JointError::nmse).toList()),
          errors.mse(),
          errors.rmse(),
          new PerJoint(
              errors.standardizedMse(), joints.stream().map(JointError::standardizedMse).toList()),
          errors.samples());
    }
  }

  /**
   * A number over all joints and for each.
   *
   * @param mean over all joints
   * @param perJoint in the order of the columns
   */
  record PerJoint(double mean, List<Double> perJoint) {}

  /**
   * How training went.
   *
   * @param seconds time of training, with compilation and validation
   * @param timeStepsPerSecond time steps that were trained on per second of that time
   * @param epochs epochs that were run
   * @param bestEpoch the epoch whose weights the model has; 0 for the start
   * @param stop why training ended
   */
  record Training(
      double seconds, double timeStepsPerSecond, int epochs, int bestEpoch, String stop) {

    static Training of(TrainingResult result) {
      EpochReport last = result.last();
      return new Training(
          last.seconds(),
          last.timeStepsPerSecond(),
          last.epoch(),
          result.bestEpoch(),
          result.stop().name());
    }
  }

  private static Map<String, Errors> byName(List<ModelErrors> errors) {
    Map<String, Errors> baselines = new LinkedHashMap<>();
    for (ModelErrors model : errors.subList(1, errors.size())) {
      baselines.put(key(model.name()), Errors.of(model.errors()));
    }
    return baselines;
  }

  /** "linear model" is linear, "rigid-body model" is rigidBody, "mean torque" is mean. */
  private static String key(String name) {
    return name.equals(TestedModel.RIGID_BODY) ? "rigidBody" : name.split(" ", 2)[0];
  }

  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }
}
