package lindyn.lstm;

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

  /**
   * Returns what computes the loss.
   *
   * @throws IllegalArgumentException if this engine cannot compute the cell
   */
  LossEngine of(LstmConfig.Cell cell) {
    return switch (this) {
      case COMPILED -> new CompiledEngine();
      case BLOCK -> new DifferentiatedEngine(blockLayers(cell));
      case REFERENCE -> new DifferentiatedEngine(new UnrolledLayers());
    };
  }

  private static BlockLayers blockLayers(LstmConfig.Cell cell) {
    if (cell != LstmConfig.Cell.TANH) {
      throw new IllegalArgumentException(
          "the block engine computes the tanh cell only; use the compiled engine for " + cell);
    }
    return new BlockLayers();
  }
}
