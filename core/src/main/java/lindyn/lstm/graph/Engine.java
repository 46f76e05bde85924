package lindyn.lstm.graph;

import lindyn.device.Device;
import lindyn.device.Device.Precision;
import lindyn.lstm.LstmConfig;

/** How the training step is computed. All engines compute the same numbers, to rounding. */
public enum Engine {
  /** Loops over time, compiled by XLA: the fastest, for both cells. */
  COMPILED,
  /**
   * TensorFlow's fused operation BlockLSTMV2, which needs no compilation; for the tanh cell only.
   */
  BLOCK,
  /**
   * The equations in basic operations, differentiated by TensorFlow: what the others must equal.
   */
  REFERENCE;

  /** Returns whether this engine can compute a cell. */
  public boolean computes(LstmConfig.Cell cell) {
    return this != BLOCK || cell == LstmConfig.Cell.TANH;
  }

  /** Returns whether this engine can multiply as exactly as a device says. */
  public boolean multiplies(Device device) {
    return this == COMPILED || rounded(device) == Precision.FLOAT32;
  }

  /** Returns what a graph must round to: CUDA devices round to TF32 by themselves. */
  private static Precision rounded(Device device) {
    boolean isOwn = device.precision() == Precision.TF32 && device.usesGpus();
    return isOwn ? Precision.FLOAT32 : device.precision();
  }

  /**
   * Returns what computes the loss.
   *
   * @throws IllegalArgumentException if this engine cannot compute the cell, or not as exactly as
   *     the device says
   */
  LossEngine of(LstmConfig.Cell cell, Device device) {
    if (!computes(cell) || !multiplies(device)) {
      throw new IllegalArgumentException(
          "engine " + this + " does not compute the cell " + cell + " in " + device.precision());
    }
    return switch (this) {
      case COMPILED -> new CompiledEngine(new Products(rounded(device)));
      case BLOCK -> new DifferentiatedEngine(new BlockLayers());
      case REFERENCE -> new DifferentiatedEngine(new UnrolledLayers());
    };
  }
}
