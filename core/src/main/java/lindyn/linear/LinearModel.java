package lindyn.linear;

import java.util.List;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.ColumnStatistics;
import lindyn.data.Standardizer;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ridge regression of the torques on the inputs of the same time step, z-scored [q, qd, qdd,
 * extra], and an intercept; immutable.
 */
public final class LinearModel implements InverseDynamicsModel {

  /**
   * Added to the variance of every z-scored input, which is 1: far below any noise of a sensor, and
   * enough that constant and collinear columns leave the equations solvable.
   */
  private static final double RIDGE = 1e-6;

  private final Signals signals;
  private final Standardizer inputs;
  private final RealMatrix weights;
  private final double[] intercept;

  private LinearModel(
      Signals signals, Standardizer inputs, RealMatrix weights, double[] intercept) {
    this.signals = signals;
    this.inputs = inputs;
    this.weights = weights;
    this.intercept = intercept;
  }

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
        signals, standardizer, MatrixUtils.createRealMatrix(equations.solve(RIDGE)), meanTau);
  }

  /** Both sides are centred, so that the intercept is the mean torque and escapes the ridge. */
  private static void addRows(
      NormalEquations equations, Trajectory trajectory, Standardizer inputs, double[] meanTau) {
    float[] raw = new float[inputs.columns()];
    double[] x = new double[raw.length];
    double[] y = new double[meanTau.length];
    for (int t = 0; t < trajectory.timeSteps(); t++) {
      trajectory.motion().copyInputs(t, raw, 0);
      standardize(inputs, raw, x);
      for (int joint = 0; joint < y.length; joint++) {
        y[joint] = trajectory.tau().at(t, joint) - meanTau[joint];
      }
      equations.add(x, y);
    }
  }

  private static void standardize(Standardizer inputs, float[] raw, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = (raw[i] - inputs.offset().get(i)) / inputs.scale().get(i);
    }
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public JointSeries predict(Motion motion) {
    signals.requireFit(motion);
    int joints = intercept.length;
    float[] raw = new float[inputs.columns()];
    double[] x = new double[raw.length];
    float[] rows = new float[motion.timeSteps() * joints];
    for (int t = 0; t < motion.timeSteps(); t++) {
      motion.copyInputs(t, raw, 0);
      standardize(inputs, raw, x);
      double[] tau = weights.preMultiply(x);
      for (int joint = 0; joint < joints; joint++) {
        rows[t * joints + joint] = (float) (tau[joint] + intercept[joint]);
      }
    }
    return JointSeries.of(rows, motion.timeSteps(), joints);
  }
}
