package lindyn.gp.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.ProbabilisticModel;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.TorquePrediction;
import lindyn.data.Standardizer;
import lindyn.gp.algebra.Matrix;
import lindyn.linear.RigidBodyModel;

/**
 * Gaussian processes that predict the torques of a robot (Rueckert et al. 2017, section II-B).
 * Immutable, thread-safe.
 *
 * @param signals the inputs it reads and the torques it predicts
 * @param config its mathematics
 * @param processes predict standardised torques; a joint in none of them had a constant torque
 * @param mean what the processes are a deviation from, if it is not the mean torque
 * @param inputStandardizer maps inputs to the processes' units; fitted on the training trajectories
 * @param targetStandardizer maps torques, less those of the mean, to the processes' units; fitted
 *     on the training trajectories
 * @param provenance where the model comes from
 */
public record GpInverseDynamics(
    Signals signals,
    GpConfig config,
    List<JointProcess> processes,
    Optional<RigidBodyModel> mean,
    Standardizer inputStandardizer,
    Standardizer targetStandardizer,
    Provenance provenance)
    implements ProbabilisticModel {

  /** Time steps that are predicted at once: enough to use all cores, and little memory. */
  private static final int CHUNK = 4096;

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if there is no process, sizes differ, or a joint is predicted
   *     twice
   */
  public GpInverseDynamics {
    processes = List.copyOf(processes);
    if (inputStandardizer.columns() != signals.inputs()
        || targetStandardizer.columns() != signals.joints()) {
      throw new IllegalArgumentException("standardisers of other signals than the model's");
    }
    if (mean.isPresent() != (config.mean() == GpConfig.Mean.RIGID_BODY)) {
      throw new IllegalArgumentException(
          "the configuration says mean " + config.mean() + ", found " + mean);
    }
    if (processes.isEmpty()) {
      throw new IllegalArgumentException("a model needs at least one process");
    }
    Set<Integer> predicted = new HashSet<>();
    for (JointProcess process : processes) {
      if (process.process().inputs() != config.window() * signals.inputs()) {
        throw new IllegalArgumentException(
            "a process of " + process.process().inputs() + " inputs does not fit " + config);
      }
      int lengthScales = process.process().hyperparameters().kernel().lengthScales().size();
      if (lengthScales != config.lengthScaleNames(signals).size()) {
        throw new IllegalArgumentException(
            "a process with " + lengthScales + " length scales does not fit " + config);
      }
      for (int joint : process.joints()) {
        if (joint < 0 || joint >= signals.joints() || !predicted.add(joint)) {
          throw new IllegalArgumentException("processes predict the joints " + process.joints());
        }
      }
    }
  }

  /**
   * Returns how many numbers a prediction of torques needs: the points, which all processes share,
   * and their weights.
   */
  public long numbers() {
    long points = processes.get(0).process().points();
    return points * ((long) config.window() * signals.inputs() + predictedJoints());
  }

  private int predictedJoints() {
    return processes.stream().mapToInt(process -> process.joints().size()).sum();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Cost: O(timeSteps · points · inputs), with points the training points of an exact process or
   * the inducing points of a sparse one.
   */
  @Override
  public JointSeries predict(Motion motion) {
    signals.requireFit(motion);
    int joints = signals.joints();
    float[] rows = new float[Math.multiplyExact(motion.timeSteps(), joints)];
    var windows = new WindowInputs(inputStandardizer, config.window());
    for (int from = 0; from < motion.timeSteps(); from += CHUNK) {
      int to = Math.min(motion.timeSteps(), from + CHUNK);
      Matrix xStar = windows.of(motion, from, to);
      for (JointProcess process : processes) {
        scatter(process.process().means(xStar), process.joints(), rows, from);
      }
    }
    targetStandardizer.restore(rows);
    mean.ifPresent(base -> add(base.predict(motion), rows));
    return JointSeries.rowsOf(rows, motion.timeSteps(), joints).columns(0, joints);
  }

  private void scatter(Matrix outputs, List<Integer> joints, float[] rows, int firstRow) {
    for (int output = 0; output < outputs.columns(); output++) {
      int joint = joints.get(output);
      for (int row = 0; row < outputs.rows(); row++) {
        rows[(firstRow + row) * signals.joints() + joint] = (float) outputs.at(row, output);
      }
    }
  }

  private static void add(JointSeries base, float[] rows) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] += base.at(i / base.joints(), i % base.joints());
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Cost: O(timeSteps · points²).
   */
  @Override
  public TorquePrediction predictWithDeviation(Motion motion) {
    JointSeries tau = predict(motion);
    int joints = signals.joints();
    float[] rows = new float[motion.timeSteps() * joints];
    var windows = new WindowInputs(inputStandardizer, config.window());
    for (int from = 0; from < motion.timeSteps(); from += CHUNK) {
      int to = Math.min(motion.timeSteps(), from + CHUNK);
      Matrix xStar = windows.of(motion, from, to);
      for (JointProcess process : processes) {
        scatterDeviations(process, process.process().variances(xStar), rows, from);
      }
    }
    return new TorquePrediction(
        tau, JointSeries.rowsOf(rows, motion.timeSteps(), joints).columns(0, joints));
  }

  private void scatterDeviations(
      JointProcess process, double[] variances, float[] rows, int firstRow) {
    double noise = process.process().hyperparameters().noiseVariance();
    for (int output = 0; output < process.joints().size(); output++) {
      int joint = process.joints().get(output);
      double unit = targetStandardizer.scale().get(joint);
      for (int row = 0; row < variances.length; row++) {
        double variance = process.scales().get(output) * (variances[row] + noise);
        rows[(firstRow + row) * signals.joints() + joint] = (float) (unit * Math.sqrt(variance));
      }
    }
  }
}
