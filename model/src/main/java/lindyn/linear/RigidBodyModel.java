package lindyn.linear;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.FloatMatrix;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.ComputedSeries;
import lindyn.data.Standardizer;

/**
 * Ridge regression of the torques on {@link RigidBodyFeatures}: the parametric part of a
 * semi-parametric model, whose rest another model learns (Nguyen-Tuong and Peters 2010, "Using
 * model knowledge for learning inverse dynamics").
 *
 * @param signals the inputs it reads and the torques it predicts
 * @param features what it computes of an input
 * @param featureStandardizer maps the features to z-scores, limited against extrapolation
 * @param weights shape {@code [features, joints]}, in the torque unit
 * @param intercept torques at the mean of the features, shape {@code [1, joints]}
 */
public record RigidBodyModel(
    Signals signals,
    RigidBodyFeatures features,
    Standardizer featureStandardizer,
    FloatMatrix weights,
    FloatMatrix intercept)
    implements InverseDynamicsModel {

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if their sizes differ
   */
  public RigidBodyModel {
    if (features.inputs() != signals.inputs()
        || features.joints() != signals.joints()
        || featureStandardizer.columns() != features.count()
        || weights.rows() != features.count()
        || weights.columns() != signals.joints()
        || intercept.rows() != 1
        || intercept.columns() != signals.joints()) {
      throw new IllegalArgumentException(
          String.format(
              "%d features of %d inputs do not fit %d standardised columns, weights %s, intercept"
                  + " %s and %d joints",
              features.count(),
              features.inputs(),
              featureStandardizer.columns(),
              weights,
              intercept,
              signals.joints()));
    }
  }

  /**
   * Fits the model, with the ridge of each joint chosen by cross-validation over trajectories.
   *
   * <p>Cost: O(samples · features²), for at most some ten thousand samples that are spread evenly
   * over the trajectories.
   *
   * @throws IllegalArgumentException if there is no sample or a trajectory has other signals
   */
  public static RigidBodyModel fit(Signals signals, List<Trajectory> train) {
    train.forEach(trajectory -> signals.requireFit(trajectory.motion()));
    return new RidgeFit(signals, train).fit();
  }

  /** Returns what predicts single samples; not thread-safe. */
  public Step step() {
    return new Step(this);
  }

  /** Returns what the model leaves unexplained: measured minus predicted torques. */
  public JointSeries residual(Trajectory trajectory) {
    float[] rest = trajectory.tau().toArray();
    float[] explained = predict(trajectory.motion()).toArray();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= explained[i];
    }
    return JointSeries.of(rest, trajectory.timeSteps(), signals.joints());
  }

  /** Returns the trajectories with what this model leaves unexplained in place of the torques. */
  public List<Trajectory> residuals(List<Trajectory> trajectories) {
    List<JointSeries> torques = ComputedSeries.of(trajectories, this::residual);
    return IntStream.range(0, torques.size())
        .mapToObj(i -> new Trajectory(trajectories.get(i).motion(), torques.get(i)))
        .toList();
  }

  @Override
  public JointSeries predict(Motion motion) {
    signals.requireFit(motion);
    Step step = step();
    float[] input = new float[motion.inputs()];
    float[] tau = new float[motion.joints()];
    float[] rows = new float[Math.multiplyExact(motion.timeSteps(), tau.length)];
    for (int t = 0; t < motion.timeSteps(); t++) {
      motion.copyInputs(t, input, 0);
      step.predict(input, tau);
      System.arraycopy(tau, 0, rows, t * tau.length, tau.length);
    }
    return JointSeries.rowsOf(rows, motion.timeSteps(), motion.joints())
        .columns(0, motion.joints());
  }

  /** Predicts one sample at a time without allocation; not thread-safe. */
  public static final class Step {

    private final FeatureRow row;
    private final float[] offset;
    private final float[] factor;
    private final float limit;
    private final float[] weights;
    private final float[] intercept;

    private Step(RigidBodyModel model) {
      row = new FeatureRow(model.features);
      offset = model.featureStandardizer.offsets();
      factor = model.featureStandardizer.factors();
      limit = (float) model.featureStandardizer.limit();
      weights = model.weights.toArray();
      intercept = model.intercept.toArray();
    }

    /**
     * Predicts the torques of one sample.
     *
     * @param input q, qd, qdd and extra inputs, length 3d + extra inputs
     * @param tau receives the torques, length d
     */
    public void predict(float[] input, float[] tau) {
      float[] values = row.of(input);
      System.arraycopy(intercept, 0, tau, 0, intercept.length);
      for (int i = 0; i < values.length; i++) {
        float z = (values[i] - offset[i]) * factor[i];
        float limited = Math.max(-limit, Math.min(limit, z));
        int first = i * intercept.length;
        for (int joint = 0; joint < intercept.length; joint++) {
          tau[joint] += limited * weights[first + joint];
        }
      }
    }
  }
}
