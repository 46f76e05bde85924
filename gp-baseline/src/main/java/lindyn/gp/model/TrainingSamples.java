package lindyn.gp.model;

import java.util.List;
import lindyn.data.DrawnSamples;
import lindyn.data.Standardizer;
import lindyn.gp.algebra.Matrix;

/**
 * Samples that processes learn from.
 *
 * @param x standardised inputs, shape {@code [points, inputs]}
 * @param y standardised torques, shape {@code [points, joints]}
 */
record TrainingSamples(Matrix x, Matrix y) {

  /** Copies the drawn samples. */
  static TrainingSamples of(DrawnSamples drawn, WindowInputs inputs, Standardizer targets) {
    Matrix x = new Matrix(drawn.count(), inputs.columns());
    Matrix y = new Matrix(drawn.count(), targets.columns());
    float[] tau = new float[targets.columns()];
    double[] z = new double[targets.columns()];
    drawn.forEach(
        (place, trajectory, timeStep) -> {
          inputs.copy(trajectory.motion(), timeStep, x, place);
          trajectory.tau().copyRow(timeStep, tau, 0);
          targets.standardize(tau, z);
          for (int joint = 0; joint < z.length; joint++) {
            y.set(place, joint, z[joint]);
          }
        });
    return new TrainingSamples(x, y);
  }

  /** Returns the torques of some joints. */
  Matrix torques(List<Integer> joints) {
    Matrix columns = new Matrix(y.rows(), joints.size());
    for (int column = 0; column < columns.columns(); column++) {
      for (int row = 0; row < y.rows(); row++) {
        columns.set(row, column, y.at(row, joints.get(column)));
      }
    }
    return columns;
  }
}
