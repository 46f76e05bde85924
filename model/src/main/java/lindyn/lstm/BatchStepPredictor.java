package lindyn.lstm;

import java.util.Arrays;
import lindyn.Checks;
import lindyn.data.History;
import lindyn.linear.RigidBodyModel;
import org.jspecify.annotations.Nullable;

/**
 * Predicts the torques of some robots of one kind at once, one sample at a time, in plain Java and
 * without allocation: for each robot what a {@link StepPredictor} of its own would predict, to the
 * bit. Holds the states of all robots: not thread-safe.
 */
public final class BatchStepPredictor {

  private final BatchLstm network;
  private final PlainLstm starter;
  private final History history;
  private final NetworkUnits units;
  private final RigidBodyModel.@Nullable Step base;
  private final boolean[] atStart;

  /** The last standardised samples {@code [robots, inputs]}, as a ring like the single robot's. */
  private final float[][] recent;

  private int newest;

  private final float[] input;
  private final float[] sample;
  private final float[] torques;
  private final float[] baseTau;

  /**
   * Makes a predictor in its initial state.
   *
   * @param robots how many robots there are
   * @throws IllegalArgumentException if there is none
   */
  public BatchStepPredictor(TrainedLstm model, int robots) {
    Checks.positive(robots, "robots");
    network = new BatchLstm(model.config().cell(), model.weights(), robots);
    starter = new PlainLstm(model.config().cell(), model.weights());
    history = model.config().history();
    units = new NetworkUnits(model);
    base = model.base().map(RigidBodyModel::step).orElse(null);
    atStart = new boolean[robots];
    Arrays.fill(atStart, true);
    int remembered = history instanceof History.Window window ? window.timeSteps() : 1;
    recent = new float[remembered][Math.multiplyExact(robots, units.inputs())];
    input = new float[units.inputs()];
    sample = new float[units.inputs()];
    torques = new float[units.joints()];
    baseTau = new float[units.joints()];
  }

  /** Forgets everything; the next sample of each robot is the first of a motion. */
  public void reset() {
    Arrays.fill(atStart, true);
  }

  /**
   * Forgets what one robot did; its next sample is the first of a motion.
   *
   * @param robot from 0
   * @throws IllegalArgumentException if there is no such robot
   */
  public void reset(int robot) {
    atStart[Checks.inRange(0, atStart.length, robot, "robot")] = true;
  }

  /**
   * Advances all robots by one sample, each as {@link StepPredictor#step} does it.
   *
   * <p>Cost: one pass of the network for a stream, one per sample of the window for windows; the
   * warm-up of each robot whose motion begins in addition.
   *
   * @param inputs q, qd, qdd and extra inputs of all joints, robot after robot, in rad, rad/s,
   *     rad/s² and the log's units, shape {@code [robots, 3d + extra inputs]}
   * @param tau receives the predicted torques, in the log's torque unit, shape {@code [robots, d]}
   * @throws IllegalArgumentException if a length does not fit the robots and the model
   */
  public void step(float[] inputs, float[] tau) {
    requireLength(units.inputs(), inputs.length, "inputs");
    requireLength(units.joints(), tau.length, "tau");
    newest = (newest + 1) % recent.length;
    for (int robot = 0; robot < atStart.length; robot++) {
      remember(inputs, robot);
    }
    if (history instanceof History.Window) {
      seeWindow(tau);
    } else {
      network.step(recent[newest], tau);
    }
    for (int robot = 0; robot < atStart.length; robot++) {
      finish(inputs, tau, robot);
    }
  }

  private void requireLength(int perRobot, int found, String name) {
    if (found != (long) perRobot * atStart.length) {
      throw new IllegalArgumentException(
          name
              + " has "
              + found
              + " numbers, the model has "
              + perRobot
              + " for each of "
              + atStart.length
              + " robots");
    }
  }

  private void remember(float[] inputs, int robot) {
    int first = robot * input.length;
    System.arraycopy(inputs, first, input, 0, input.length);
    units.standardize(input, sample);
    System.arraycopy(sample, 0, recent[newest], first, sample.length);
    if (atStart[robot]) {
      begin(robot);
      atStart[robot] = false;
    }
  }

  /** Lets the first sample of a robot's motion stand for the ones before it. */
  private void begin(int robot) {
    for (float[] samples : recent) {
      System.arraycopy(sample, 0, samples, robot * sample.length, sample.length);
    }
    if (history instanceof History.Stream stream) {
      starter.reset();
      for (int i = 0; i < stream.warmUp(); i++) {
        starter.step(sample, torques);
      }
      network.setState(robot, starter);
    }
  }

  private void seeWindow(float[] predictions) {
    network.reset();
    for (int i = 1; i <= recent.length; i++) {
      network.step(recent[(newest + i) % recent.length], predictions);
    }
  }

  /** Turns the network's prediction for one robot into torques and adds the base's. */
  private void finish(float[] inputs, float[] tau, int robot) {
    int first = robot * torques.length;
    System.arraycopy(tau, first, torques, 0, torques.length);
    units.restore(torques);
    if (base != null) {
      System.arraycopy(inputs, robot * input.length, input, 0, input.length);
      base.predict(input, baseTau);
      for (int j = 0; j < torques.length; j++) {
        torques[j] += baseTau[j];
      }
    }
    System.arraycopy(torques, 0, tau, first, torques.length);
  }
}
