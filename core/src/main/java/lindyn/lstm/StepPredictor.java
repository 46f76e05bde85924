package lindyn.lstm;

import java.util.List;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.data.History;

/**
 * Predicts torques one sample at a time, in plain Java and without allocation, as a control loop
 * needs it. Holds the state of one robot: not thread-safe, one instance per robot.
 */
public final class StepPredictor {

  private final PlainLstm network;
  private final History history;
  private final float[] inputOffset;
  private final float[] inputFactor;
  private final float[] torqueOffset;
  private final float[] torqueScale;
  private final float[] standardizedInput;

  /** Makes a predictor in its initial state. */
  public StepPredictor(TrainedLstm model) {
    network = new PlainLstm(model.config().cell(), model.weights());
    history = model.config().history();
    inputOffset = floats(model.inputStandardizer().offset(), false);
    inputFactor = floats(model.inputStandardizer().scale(), true);
    torqueOffset = floats(model.targetStandardizer().offset(), false);
    torqueScale = floats(model.targetStandardizer().scale(), false);
    standardizedInput = new float[inputOffset.length];
  }

  private static float[] floats(List<Double> numbers, boolean inverted) {
    float[] copy = new float[numbers.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (float) (inverted ? 1 / numbers.get(i) : numbers.get(i));
    }
    return copy;
  }

  /** Forgets everything: outputs and cell states become zero. */
  public void reset() {
    network.reset();
  }

  /**
   * Advances by one sample.
   *
   * @param input q, qd, qdd and extra inputs of all joints, in rad, rad/s, rad/s² and the log's
   *     units, length 3d + extra inputs
   * @param tau receives the predicted torques, in the log's torque unit, length d
   */
  public void step(float[] input, float[] tau) {
    for (int i = 0; i < standardizedInput.length; i++) {
      standardizedInput[i] = (input[i] - inputOffset[i]) * inputFactor[i];
    }
    network.step(standardizedInput, tau);
    for (int j = 0; j < tau.length; j++) {
      tau[j] = tau[j] * torqueScale[j] + torqueOffset[j];
    }
  }

  /** Predicts a whole motion as the model's history says, from the initial state. */
  JointSeries predict(Motion motion) {
    float[] input = new float[motion.inputs()];
    float[] tau = new float[motion.joints()];
    float[] rows = new float[motion.timeSteps() * motion.joints()];
    if (history instanceof History.Stream stream && motion.timeSteps() > 0) {
      reset();
      see(motion, -stream.warmUp(), -1, input, tau);
    }
    for (int t = 0; t < motion.timeSteps(); t++) {
      if (history instanceof History.Window window) {
        reset();
        see(motion, t - window.timeSteps() + 1, t, input, tau);
      } else {
        see(motion, t, t, input, tau);
      }
      System.arraycopy(tau, 0, rows, t * tau.length, tau.length);
    }
    return JointSeries.of(rows, motion.timeSteps(), motion.joints());
  }

  /** Steps through samples {@code from} to {@code to}; before the first sample it is repeated. */
  private void see(Motion motion, int from, int to, float[] input, float[] tau) {
    for (int t = from; t <= to; t++) {
      motion.copyInputs(Math.max(0, t), input, 0);
      step(input, tau);
    }
  }
}
