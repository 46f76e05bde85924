package lindyn.gp.model;

import lindyn.Motion;
import lindyn.data.Standardizer;
import lindyn.gp.algebra.Matrix;

/**
 * What a process sees at a time step: the standardised inputs of the last T steps, the oldest
 * first. Where a motion has no earlier sample its first one is repeated, as for the LSTM.
 *
 * @param standardizer maps the inputs of one time step to z-scores
 * @param window number T of time steps
 */
record WindowInputs(Standardizer standardizer, int window) {

  int columns() {
    return window * standardizer.columns();
  }

  /** Returns the inputs of the time steps {@code from} to {@code to}, exclusive, one per row. */
  Matrix of(Motion motion, int from, int to) {
    Matrix points = new Matrix(to - from, columns());
    for (int t = from; t < to; t++) {
      copy(motion, t, points, t - from);
    }
    return points;
  }

  /** Copies the inputs of one time step into a row. */
  void copy(Motion motion, int timeStep, Matrix points, int row) {
    float[] raw = new float[standardizer.columns()];
    double[] z = new double[raw.length];
    for (int step = 0; step < window; step++) {
      motion.copyInputs(Math.max(0, timeStep - (window - 1) + step), raw, 0);
      standardizer.standardize(raw, z);
      for (int d = 0; d < z.length; d++) {
        points.set(row, step * z.length + d, z[d]);
      }
    }
  }
}
