package lindyn.linear;

import java.util.List;
import lindyn.FloatMatrix;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.ColumnStatistics;
import lindyn.data.Standardizer;

/**
 * Ridge regression of the torques on the inputs of the same time step, z-scored [q, qd, qdd,
 * extra], and an intercept.
 *
 * @param signals the inputs it reads and the torques it predicts
 * @param inputs maps inputs to z-scores
 * @param weights shape {@code [inputs, joints]}, in the torque unit
 * @param intercept mean torques, shape {@code [1, joints]}
 */
public record LinearModel(
    Signals signals, Standardizer inputs, FloatMatrix weights, FloatMatrix intercept)
    implements InverseDynamicsModel {

  /**
   * Added to the variance of every z-scored input, which is 1: far below any noise of a sensor, and
   * enough that constant and collinear columns leave the equations solvable.
   */
  private static final double RIDGE = 1e-6;

  /**
   * Solves the normal equations, which are accumulated in double. Cost: O(samples · inputs²) time,
   * O(samples · inputs) memory.
   *
   * @throws IllegalArgumentException if there is no sample or a trajectory has other signals
   */
  public static LinearModel fit(Signals signals, List<Trajectory> train) {
    train.forEach(trajectory -> signals.requireFit(trajectory.motion()));
    Standardizer standardizer =
        Standardizer.zScore(
            train.stream().map(trajectory -> trajectory.motion().inputSeries()).toList());
    double[] meanTau =
        ColumnStatistics.of(train.stream().map(Trajectory::tau).toList()).stream()
            .mapToDouble(ColumnStatistics::mean)
            .toArray();
    var equations = new NormalEquations(signals.inputs(), meanTau.length);
    for (Trajectory trajectory : train) {
      addRows(equations, trajectory, standardizer, meanTau);
    }
    return new LinearModel(
        signals, standardizer, floats(equations.solve(RIDGE)), floats(new double[][] {meanTau}));
  }

  private static FloatMatrix floats(double[][] rows) {
    float[] values = new float[rows.length * rows[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    }
    return FloatMatrix.of(rows.length, rows[0].length, values);
  }

  /** Both sides are centred, so that the intercept is the mean torque and escapes the ridge. */
  private static void addRows(
      NormalEquations equations, Trajectory trajectory, Standardizer inputs, double[] meanTau) {
    float[] raw = new float[inputs.columns()];
    double[] x = new double[raw.length];
    double[] y = new double[meanTau.length];
    for (int t = 0; t < trajectory.timeSteps(); t++) {
      trajectory.motion().copyInputs(t, raw, 0);
      inputs.standardize(raw, x);
      for (int joint = 0; joint < y.length; joint++) {
        y[joint] = trajectory.tau().at(t, joint) - meanTau[joint];
      }
      equations.add(x, y);
    }
  }

  @Override
  public JointSeries predict(Motion motion) {
    signals.requireFit(motion);
    float[] input = new float[motion.inputs()];
    double[] x = new double[input.length];
    float[] rows = new float[Math.multiplyExact(motion.timeSteps(), motion.joints())];
    for (int t = 0; t < motion.timeSteps(); t++) {
      motion.copyInputs(t, input, 0);
      inputs.standardize(input, x);
      for (int joint = 0; joint < motion.joints(); joint++) {
        rows[t * motion.joints() + joint] = predict(x, joint);
      }
    }
    return JointSeries.rowsOf(rows, motion.timeSteps(), motion.joints())
        .columns(0, motion.joints());
  }

  private float predict(double[] x, int joint) {
    double tau = intercept.at(0, joint);
    for (int i = 0; i < x.length; i++) {
      tau += x[i] * weights.at(i, joint);
    }
    return (float) tau;
  }
}
