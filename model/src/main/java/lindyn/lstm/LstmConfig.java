package lindyn.lstm;

import lindyn.Checks;
import lindyn.data.History;
import lindyn.data.Standardizer;

/**
 * The mathematics of a network, apart from its weights.
 *
 * @param cell how the cell state becomes the output of a hidden unit
 * @param readOut what stands between the last layer and the torques
 * @param targetScaling the units in which the network predicts
 * @param layers number of LSTM layers
 * @param hiddenUnits units per layer; without a read-out the last layer has one per joint instead
 * @param history what the network sees before it predicts a time step
 * @param base what predicts the part of the torques that the network need not learn
 * @param inputLimit standardised inputs beyond ± this are set to it, against extrapolation; {@link
 *     Standardizer#UNLIMITED} for none
 */
public record LstmConfig(
    Cell cell,
    ReadOut readOut,
    TargetScaling targetScaling,
    int layers,
    int hiddenUnits,
    History history,
    Base base,
    double inputLimit) {

  private static final int MOST_LAYERS = 16;
  private static final int MOST_HIDDEN_UNITS = 4096;

  /** The paper's literal equations: h = o∘σ(c), no read-out, targets in (0, 1), windows. */
  public static final LstmConfig PAPER =
      new LstmConfig(
          Cell.SIGMOID,
          ReadOut.NONE,
          TargetScaling.UNIT_INTERVAL,
          2,
          10,
          new History.Window(10),
          Base.NONE,
          Standardizer.UNLIMITED);

  /**
   * The usual LSTM with a linear read-out on z-scored torques, trained on sequences, which learns
   * what a rigid-body regression leaves unexplained.
   */
  public static final LstmConfig RECOMMENDED =
      new LstmConfig(
          Cell.TANH,
          ReadOut.LINEAR,
          TargetScaling.Z_SCORE,
          1,
          32,
          new History.Stream(100, 25),
          Base.RIGID_BODY,
          3);

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if a size is not positive, or far beyond any use
   */
  public LstmConfig {
    Checks.inRange(1, MOST_LAYERS + 1, layers, "layers");
    Checks.inRange(1, MOST_HIDDEN_UNITS + 1, hiddenUnits, "hidden units");
    Checks.positive(inputLimit, "input limit");
  }

  /** Returns this configuration with another cell. */
  public LstmConfig withCell(Cell newCell) {
    return new LstmConfig(
        newCell, readOut, targetScaling, layers, hiddenUnits, history, base, inputLimit);
  }

  /** Returns this configuration with another read-out. */
  public LstmConfig withReadOut(ReadOut newReadOut) {
    return new LstmConfig(
        cell, newReadOut, targetScaling, layers, hiddenUnits, history, base, inputLimit);
  }

  /** Returns this configuration with another number of layers. */
  public LstmConfig withLayers(int newLayers) {
    return new LstmConfig(
        cell, readOut, targetScaling, newLayers, hiddenUnits, history, base, inputLimit);
  }

  /** Returns this configuration with another number of hidden units. */
  public LstmConfig withHiddenUnits(int newHiddenUnits) {
    return new LstmConfig(
        cell, readOut, targetScaling, layers, newHiddenUnits, history, base, inputLimit);
  }

  /** Returns this configuration with another history. */
  public LstmConfig withHistory(History newHistory) {
    return new LstmConfig(
        cell, readOut, targetScaling, layers, hiddenUnits, newHistory, base, inputLimit);
  }

  /** Returns this configuration with another base. */
  public LstmConfig withBase(Base newBase) {
    return new LstmConfig(
        cell, readOut, targetScaling, layers, hiddenUnits, history, newBase, inputLimit);
  }

  /** Returns the shapes of all weights for a robot with these numbers of inputs and joints. */
  public LstmShape shape(int inputs, int joints) {
    return LstmShape.of(this, inputs, joints);
  }

  /** What predicts the part of the torques that the network need not learn. */
  public enum Base {
    /** Nothing: the network learns the torques themselves. */
    NONE,
    /** A {@link lindyn.linear.RigidBodyModel}: the network learns what it leaves unexplained. */
    RIGID_BODY
  }

  /** How the cell state c becomes the output h of a hidden unit with output gate o. */
  public enum Cell {
    /** h = o∘tanh(c) (Hochreiter and Schmidhuber 1997). */
    TANH,
    /** h = o∘σ(c) (Rueckert et al. 2017, section II-B). */
    SIGMOID
  }

  /** What stands between the last layer and the torques. */
  public enum ReadOut {
    /** The outputs of the last layer are the prediction. */
    NONE,
    /** A linear map with bias. */
    LINEAR
  }

  /** The units in which the network predicts. */
  public enum TargetScaling {
    /** Mean 0 and variance 1 over the training data. */
    Z_SCORE,
    /** The range of the training data, widened by 10 % on both sides, mapped to (0, 1). */
    UNIT_INTERVAL
  }
}
