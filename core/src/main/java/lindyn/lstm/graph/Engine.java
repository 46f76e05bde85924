package lindyn.lstm.graph;

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

  /**
   * Returns what computes the loss.
   *
   * @throws IllegalArgumentException if this engine cannot compute the cell
   */
  LossEngine of(LstmConfig.Cell cell) {
    if (!computes(cell)) {
      throw new IllegalArgumentException("engine " + this + " does not compute the cell " + cell);
    }
    return switch (this) {
      case COMPILED -> new CompiledEngine();
      case BLOCK -> new DifferentiatedEngine(new BlockLayers());
      case REFERENCE -> new DifferentiatedEngine(new UnrolledLayers());
    };
  }
}
