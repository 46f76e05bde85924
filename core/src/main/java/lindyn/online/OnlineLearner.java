package lindyn.online;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import lindyn.Trajectory;
import lindyn.data.Rehearsal;
import lindyn.data.Reservoir;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.StepPredictor;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.graph.SessionState;
import lindyn.train.Continuation;

/**
 * A model that learns while the robot moves and answers meanwhile (Rueckert et al. 2017, section
 * IV: life-long learning on a stream).
 *
 * <p>A control loop pushes each sample once its torques are measured. Another thread cuts the
 * samples into pieces, takes a few updates after each, on the latest pieces and on a reservoir of
 * all that the model has ever learned from, and hands the weights to the predictors, which go on
 * with them at their next step.
 *
 * <p>What is learned depends on the pushed samples and the seed, not on time, as long as none is
 * lost. Nothing checks that a new model is better than the old one: watch {@link #report}.
 */
public final class OnlineLearner implements AutoCloseable {

  /** How long a sample waits before it is offered again. */
  private static final long PAUSE_NANOS = 100_000;

  private final Continuation begin;
  private final SampleQueue queue;
  private final MotionPieces pieces;
  private final OnlineTraining training;
  private final Thread thread = new Thread(this::learn, "lindyn-online");
  private final int scoredSteps;

  /** Written by the learning thread, as a whole. */
  private volatile Learned learned;

  private volatile boolean isFinishing;
  private volatile boolean isClosing;

  /** Of the pushing thread. */
  private boolean beginsMotion = true;

  private int unannounced;

  /**
   * What the learning thread has come to.
   *
   * @param weights the network's numbers
   * @param reservoir what is kept of the samples
   * @param predictor has the weights; never asked
   * @param report how far it is
   */
  private record Learned(
      LstmWeights weights, Reservoir reservoir, StepPredictor predictor, OnlineReport report) {

    Learned withFailure(String reason) {
      return new Learned(weights, reservoir, predictor, report.withFailure(reason));
    }
  }

  /**
   * Begins to learn.
   *
   * @param begin the model and what it has kept of its data; its share is not used
   * @param config how it learns
   */
  public OnlineLearner(Continuation begin, OnlineConfig config) {
    this.begin = begin;
    TrainedLstm model = begin.model();
    queue =
        new SampleQueue(
            config.waitingSamples(), model.signals().inputs(), model.signals().joints());
    pieces = new MotionPieces(model.signals(), model.config().history());
    training = new OnlineTraining(begin, config);
    scoredSteps = model.config().history().scoredSteps();
    learned =
        new Learned(
            model.weights(), begin.old().train(), new StepPredictor(model), OnlineReport.BEGIN);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Gives the learner a sample. Never waits and allocates nothing; called by one thread, as are
   * {@link #pushWaiting}, {@link #beginMotion} and {@link #finish}.
   *
   * <p>A sample that is not taken is a gap: the next one begins a motion, without a past.
   *
   * @param input q, qd, qdd and extra inputs of all joints, in rad, rad/s, rad/s² and the log's
   *     units, length 3d + extra inputs
   * @param tau the torques that were measured with it, in the log's torque unit, length d
   * @return whether it was taken; it is not if a number is not finite, too many samples wait, or
   *     learning has ended
   * @throws IllegalArgumentException if a length does not fit the model
   */
  public boolean push(float[] input, float[] tau) {
    boolean isTaken = isUsable(input, tau) && isLearning() && offer(input, tau);
    beginsMotion = !isTaken;
    return isTaken;
  }

  /**
   * Gives the learner a sample, and waits while too many wait: for samples that do not come from a
   * robot in motion. Parameters as in {@link #push}.
   *
   * @return whether it was taken; it is not if a number is not finite, which is a gap
   * @throws IllegalArgumentException if a length does not fit the model
   * @throws IllegalStateException if learning has ended
   */
  public boolean pushWaiting(float[] input, float[] tau) {
    boolean isTaken = isUsable(input, tau);
    requireLearning();
    while (isTaken && !offer(input, tau)) {
      LockSupport.parkNanos(PAUSE_NANOS);
      requireLearning();
    }
    beginsMotion = !isTaken;
    return isTaken;
  }

  private boolean isUsable(float[] input, float[] tau) {
    requireLength(begin.model().signals().inputs(), input.length, "input");
    requireLength(begin.model().signals().joints(), tau.length, "tau");
    return isFinite(input) && isFinite(tau);
  }

  private void requireLearning() {
    if (!isLearning()) {
      throw new IllegalStateException(
          "learning has ended" + report().failure().map(reason -> ": " + reason).orElse(""));
    }
  }

  private boolean isLearning() {
    return thread.isAlive() && !isFinishing;
  }

  /** Wakes the learner when a piece may be complete, and when there is no room. */
  private boolean offer(float[] input, float[] tau) {
    boolean isTaken = queue.offer(input, tau, beginsMotion);
    unannounced++;
    if (!isTaken || unannounced >= scoredSteps) {
      unannounced = 0;
      LockSupport.unpark(thread);
    }
    return isTaken;
  }

  private static void requireLength(int expected, int found, String name) {
    if (found != expected) {
      throw new IllegalArgumentException(
          name + " has " + found + " numbers, the model has " + expected);
    }
  }

  private static boolean isFinite(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  /** Says that the next sample that is pushed is the first of a motion. */
  public void beginMotion() {
    beginsMotion = true;
  }

  private void learn() {
    try (training) {
      learnUntilTheEnd();
    } catch (RuntimeException | Error e) {
      learned = learned.withFailure(String.valueOf(e.getMessage()));
      if (e instanceof Error error) {
        throw error;
      }
    }
  }

  private void learnUntilTheEnd() {
    while (!isClosing) {
      boolean isLast = isFinishing; // asked before the queue: nothing comes after that
      boolean wasEmpty = !queue.poll(this::take);
      if (wasEmpty && isLast) {
        pieces.end().ifPresent(this::learn);
        return;
      }
      if (wasEmpty) {
        LockSupport.park(this);
      }
    }
  }

  private void take(float[] input, float[] tau, boolean beginsMotion) {
    if (beginsMotion) {
      pieces.end().ifPresent(this::learn);
    }
    pieces.add(input, tau).ifPresent(this::learn);
  }

  private void learn(Trajectory piece) {
    double loss = training.learn(piece);
    SessionState state = training.state();
    if (!Double.isFinite(loss) || !state.isFinite()) {
      throw new IllegalStateException("the loss is " + loss + "; a smaller learning rate may help");
    }
    OnlineReport before = learned.report();
    learned =
        new Learned(
            state.weights(),
            training.reservoir(),
            new StepPredictor(begin.model().withWeights(state.weights())),
            new OnlineReport(before.pieces() + 1, state.updates(), loss, Optional.empty()));
  }

  /** Returns how far it is. */
  public OnlineReport report() {
    return learned.report();
  }

  /** Returns the model as it is now. */
  public TrainedLstm model() {
    return begin.model().withWeights(learned.weights());
  }

  /** Returns what is kept of all samples, pushed ones and older ones. */
  public Rehearsal rehearsal() {
    return new Rehearsal(learned.reservoir(), begin.old().validation());
  }

  /** Returns a predictor of one robot, for one thread. */
  public Predictor predictor() {
    return new Predictor();
  }

  /** Predicts step by step with the newest weights. */
  public final class Predictor {

    private final StepPredictor steps = new StepPredictor(model());
    private StepPredictor source = steps;

    private Predictor() {}

    /**
     * Advances by one sample, see {@link StepPredictor#step}. Never waits and allocates nothing.
     */
    public void step(float[] input, float[] tau) {
      StepPredictor newest = learned.predictor();
      if (newest != source) {
        steps.takeWeights(newest);
        source = newest;
      }
      steps.step(input, tau);
    }

    /** Forgets everything; the next sample is the first of a motion. */
    public void reset() {
      steps.reset();
    }
  }

  /** Learns from all samples that were pushed, and ends; called by the thread that pushes. */
  public void finish() {
    isFinishing = true;
    end();
  }

  /** Ends after the piece that is being learned from; samples that wait are lost. */
  @Override
  public void close() {
    isClosing = true;
    end();
  }

  private void end() {
    LockSupport.unpark(thread);
    boolean wasInterrupted = Thread.interrupted();
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
