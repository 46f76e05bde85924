package lindyn.lstm;

import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.data.History;
import lindyn.linear.RigidBodyModel;
import org.jspecify.annotations.Nullable;

/**
 * Predicts torques one sample at a time, in plain Java and without allocation, as a control loop
 * needs it: the same torques as {@link TrainedLstm#predict} has for the motion so far. Holds the
 * state of one robot: not thread-safe, one instance per robot.
 */
public final class StepPredictor {

  private final PlainLstm network;
  private final History history;
  private final NetworkUnits units;
  private final RigidBodyModel.@Nullable Step base;
  private final float[] baseTau;

  /** The last standardised samples, as a ring: a window of them, or just one for a stream. */
  private final float[][] recent;

  private int newest;
  private boolean atStart = true;

  /** Makes a predictor in its initial state. */
  public StepPredictor(TrainedLstm model) {
    network = new PlainLstm(model.config().cell(), model.weights());
    history = model.config().history();
    units = new NetworkUnits(model);
    base = model.base().map(RigidBodyModel::step).orElse(null);
    baseTau = new float[units.joints()];
    int remembered = history instanceof History.Window window ? window.timeSteps() : 1;
    recent = new float[remembered][units.inputs()];
  }

  /**
   * Goes on with the weights of another predictor, in the state that this one is in. Allocates
   * nothing; the other one is not changed.
   *
   * @param other of the same network, base and standardisers; training that went on has kept them
   */
  public void takeWeights(StepPredictor other) {
    network.takeWeights(other.network);
  }

  /** Forgets everything; the next sample is the first of a motion. */
  public void reset() {
    atStart = true;
  }

  /**
   * Advances by one sample. The first one stands for the samples before it too, as often as the
   * model's history says.
   *
   * <p>Cost: one pass of the network for a stream, one per sample of the window for windows; the
   * first sample of a stream costs its warm-up in addition.
   *
   * @param input q, qd, qdd and extra inputs of all joints, in rad, rad/s, rad/s² and the log's
   *     units, length 3d + extra inputs
   * @param tau receives the predicted torques, in the log's torque unit, length d
   * @throws IllegalArgumentException if a length does not fit the model
   */
  public void step(float[] input, float[] tau) {
    requireLength(units.inputs(), input.length, "input");
    requireLength(units.joints(), tau.length, "tau");
    remember(input);
    if (atStart) {
      begin(tau);
      atStart = false;
    }
    if (history instanceof History.Window) {
      seeWindow(tau);
    } else {
      network.step(recent[newest], tau);
    }
    units.restore(tau);
    addBase(input, tau);
  }

  private void addBase(float[] input, float[] tau) {
    if (base != null) {
      base.predict(input, baseTau);
      for (int j = 0; j < tau.length; j++) {
        tau[j] += baseTau[j];
      }
    }
  }

  private static void requireLength(int expected, int found, String name) {
    if (found != expected) {
      throw new IllegalArgumentException(
          name + " has " + found + " numbers, the model has " + expected);
    }
  }

  private void remember(float[] input) {
    newest = (newest + 1) % recent.length;
    units.standardize(input, recent[newest]);
  }

  /** Lets the first sample of a motion stand for the ones before it. */
  private void begin(float[] scratch) {
    float[] first = recent[newest];
    for (float[] sample : recent) {
      System.arraycopy(first, 0, sample, 0, first.length);
    }
    network.reset();
    if (history instanceof History.Stream stream) {
      for (int i = 0; i < stream.warmUp(); i++) {
        network.step(first, scratch);
      }
    }
  }

  private void seeWindow(float[] prediction) {
    network.reset();
    for (int i = 1; i <= recent.length; i++) {
      network.step(recent[(newest + i) % recent.length], prediction);
    }
  }

  /** Predicts a whole motion, from its first sample on. */
  JointSeries predict(Motion motion) {
    float[] input = new float[motion.inputs()];
    float[] tau = new float[motion.joints()];
    float[] rows = new float[Math.multiplyExact(motion.timeSteps(), motion.joints())];
    reset();
    for (int t = 0; t < motion.timeSteps(); t++) {
      motion.copyInputs(t, input, 0);
      step(input, tau);
      System.arraycopy(tau, 0, rows, t * tau.length, tau.length);
    }
    return JointSeries.rowsOf(rows, motion.timeSteps(), motion.joints())
        .columns(0, motion.joints());
  }
}
