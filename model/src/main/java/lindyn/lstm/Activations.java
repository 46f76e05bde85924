package lindyn.lstm;

/** Activation functions in float32, fast enough for a control loop. */
final class Activations {

  /** Here the rational function has come as close to 1 as it will, to 2.4e-7. */
  private static final float TANH_LIMIT = 7.90531f;

  private Activations() {}

  /**
   * Returns tanh(x) to 4e-7: an odd polynomial of degree 13 over an even one of degree 6, the
   * minimax rational function that Eigen and XLA use too.
   */
  static float tanh(float x) {
    float y = Math.max(-TANH_LIMIT, Math.min(TANH_LIMIT, x));
    float y2 = y * y;
    float p = -2.7607684e-16f;
    p = p * y2 + 2.000188e-13f;
    p = p * y2 - 8.604672e-11f;
    p = p * y2 + 5.1222973e-8f;
    p = p * y2 + 1.48572235e-5f;
    p = p * y2 + 6.3726195e-4f;
    p = p * y2 + 4.8935246e-3f;
    float q = 1.1982584e-6f;
    q = q * y2 + 1.1853471e-4f;
    q = q * y2 + 2.2684347e-3f;
    q = q * y2 + 4.893525e-3f;
    return y * p / q;
  }

  /** Returns σ(x) = 1 / (1 + e^−x) = (1 + tanh(x/2)) / 2. */
  static float sigmoid(float x) {
    return 0.5f * tanh(0.5f * x) + 0.5f;
  }

  /** Replaces the numbers of a range by their σ. */
  static void sigmoid(float[] numbers, int from, int to) {
    for (int k = from; k < to; k++) {
      numbers[k] = sigmoid(numbers[k]);
    }
  }

  /** Replaces the numbers of a range by their tanh. */
  static void tanh(float[] numbers, int from, int to) {
    for (int k = from; k < to; k++) {
      numbers[k] = tanh(numbers[k]);
    }
  }

  /** Writes what a cell makes of its states c, before the output gate. */
  static void squash(LstmConfig.Cell cell, float[] cellState, float[] squashed) {
    System.arraycopy(cellState, 0, squashed, 0, squashed.length);
    switch (cell) {
      case TANH -> tanh(squashed, 0, squashed.length);
      case SIGMOID -> sigmoid(squashed, 0, squashed.length);
    }
  }
}
