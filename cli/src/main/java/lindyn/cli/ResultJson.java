package lindyn.cli;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lindyn.eval.Calibration;
import lindyn.eval.TorqueErrors;
import lindyn.eval.TorqueErrors.JointError;
import lindyn.gp.Hyperparameters;
import lindyn.gp.model.GpResult;
import lindyn.gp.model.JointProcess;
import lindyn.gp.search.Restart;
import lindyn.report.ComparedModel;
import lindyn.report.ModelErrors;
import lindyn.train.TrainingResult.Retention;
import org.jspecify.annotations.Nullable;

/** What commands print for scripts, and what run.json keeps. The keys are stable. */
final class ResultJson {

  private ResultJson() {}

  /**
   * The result of {@code train}.
   *
   * @param model the model folder
   * @param run the run's folder
   * @param test errors of the model on the test trajectories
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

    static Trained of(RunFolder folder, TrainedModel trained, List<ModelErrors> errors) {
      return new Trained(
          text(folder.model()),
          text(folder.path()),
          Errors.of(errors.get(0).errors()),
          byName(errors),
          trained.training(),
          trained.provenance().device());
    }
  }

  /**
   * The result of {@code evaluate}.
   *
   * @param model the model folder
   * @param test errors of the model
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
   * One model of {@code compare}.
   *
   * @param description what it is, in words
   * @param samples how many samples it learned from
   * @param test errors on the test trajectories
   * @param calibration of the standard deviations on them; null for a model without
   * @param trainingSeconds time of all that training needs, in s
   * @param predictionMicros time per predicted sample on all cores, in µs
   * @param numbers how many numbers a prediction needs, beside offsets and scales
   */
  record Compared(
      String description,
      long samples,
      Errors test,
      @Nullable Calibration calibration,
      double trainingSeconds,
      double predictionMicros,
      long numbers) {

    static Compared of(ComparedModel model) {
      return new Compared(
          model.description(),
          model.samples(),
          Errors.of(model.errors()),
          model.calibration().orElse(null),
          model.trainingSeconds(),
          model.predictionMicros(),
          model.numbers());
    }
  }

  /** How training went. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
  sealed interface Training permits NetworkTraining, ProcessTraining {

    /** Returns the time of training, in s. */
    double seconds();
  }

  /**
   * How an LSTM was trained.
   *
   * @param seconds time of training, with compilation and validation
   * @param timeStepsPerSecond time steps that were trained on per second of that time
   * @param epochs epochs that were run
   * @param bestEpoch the epoch whose weights the model has; 0 for the start
   * @param stop why training ended
   * @param retention errors on old samples before and after; null if there are none
   */
  record NetworkTraining(
      double seconds,
      double timeStepsPerSecond,
      int epochs,
      int bestEpoch,
      String stop,
      @Nullable Retention retention)
      implements Training {}

  /**
   * How Gaussian processes were trained.
   *
   * @param seconds time of training
   * @param points samples that they learned from
   * @param samples samples that they could have learned from
   * @param processes what was found for each
   * @param warnings what somebody who relies on the result should know
   */
  record ProcessTraining(
      double seconds, int points, long samples, List<Learned> processes, List<String> warnings)
      implements Training {

    static ProcessTraining of(GpResult result) {
      return new ProcessTraining(
          result.seconds(),
          result.points(),
          result.samples(),
          IntStream.range(0, result.searches().size())
              .mapToObj(
                  i -> Learned.of(result.searches().get(i), result.model().processes().get(i)))
              .toList(),
          result.warnings());
    }
  }

  /**
   * What the search for hyper-parameters found for one process.
   *
   * @param joints indices of its joints
   * @param signalVariance σ_f² of the standardised torque
   * @param lengthScales ℓ of the standardised inputs
   * @param noiseVariance σ_n² of the standardised torque
   * @param scales what each joint's signal and noise variance are multiplied by
   * @param jitter what was added to the covariance's diagonal so that it could be factorised
   * @param logMarginalLikelihood in nats, for all joints of the process and all samples that its
   *     hyper-parameters were found on, with scales of 1
   * @param restarts every ascent: on a part of the samples if they are many, then on all
   */
  record Learned(
      List<Integer> joints,
      double signalVariance,
      List<Double> lengthScales,
      double noiseVariance,
      List<Double> scales,
      double jitter,
      double logMarginalLikelihood,
      List<Ascent> restarts) {

    static Learned of(GpResult.Search search, JointProcess process) {
      Hyperparameters found = search.found().hyperparameters();
      return new Learned(
          search.joints(),
          found.kernel().signalVariance(),
          found.kernel().lengthScales(),
          found.noiseVariance(),
          process.scales(),
          process.process().jitter(),
          search.found().logMarginalLikelihood(),
          search.found().stages().stream()
              .flatMap(
                  stage ->
                      stage.report().restarts().stream()
                          .map(restart -> Ascent.of(stage.points(), restart)))
              .toList());
    }
  }

  /**
   * One ascent of a search.
   *
   * @param points how many samples it saw
   * @param start logarithms of the hyper-parameters where it began
   * @param end where it ended
   * @param value log likelihood at the end; before the last ascent that times a weak prior
   * @param evaluations how often the likelihood was computed
   * @param stop why it ended
   */
  record Ascent(
      int points,
      List<Double> start,
      List<Double> end,
      double value,
      int evaluations,
      String stop) {

    static Ascent of(int points, Restart restart) {
      var ascent = restart.ascent();
      return new Ascent(
          points,
          restart.start(),
          Arrays.stream(ascent.end().coordinates()).boxed().toList(),
          ascent.end().value(),
          ascent.effort().evaluations(),
          ascent.stop().name());
    }
  }

  private static Map<String, Errors> byName(List<ModelErrors> errors) {
    Map<String, Errors> baselines = new LinkedHashMap<>();
    for (ModelErrors model : errors.subList(1, errors.size())) {
      baselines.put(key(model.name()), Errors.of(model.errors()));
    }
    return baselines;
  }

  /** "linear model" is linear, "mean torque" is mean. */
  private static String key(String name) {
    return switch (name) {
      case TestedModel.RIGID_BODY -> "rigidBody";
      case TestedModel.BEFORE -> "before";
      default -> name.split(" ", 2)[0];
    };
  }

  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }
}
