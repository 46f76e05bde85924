package lindyn.gp.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.folder.Tensor;
import lindyn.gp.ExactGaussianProcess;
import lindyn.gp.GaussianProcess;
import lindyn.gp.SparseGaussianProcess;
import lindyn.gp.SparsePosterior;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;

/**
 * Processes as named matrices, and back. All processes of a model have the same points, which are
 * kept once.
 */
final class ProcessTensors {

  private static final String POINTS = "points";

  private ProcessTensors() {}

  private static String weights(int process) {
    return "process." + process + ".weights";
  }

  private static String factor(int process) {
    return "process." + process + ".factor";
  }

  /** Returns the names of the matrices of so many processes. */
  static List<String> names(int processes, Approximation approximation) {
    Map<String, Boolean> names = new LinkedHashMap<>();
    names.put(POINTS, true);
    for (int i = 0; i < processes; i++) {
      names.put(weights(i), true);
      if (approximation instanceof Approximation.Sparse) {
        names.put(factor(i), true);
      }
    }
    return List.copyOf(names.keySet());
  }

  /**
   * Returns the matrices, in the order of {@link #names}.
   *
   * @throws IllegalArgumentException if the processes differ in their points
   */
  static Map<String, Tensor> of(List<JointProcess> processes) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Matrix points = points(processes.get(0).process());
    tensors.put(POINTS, tensor(points));
    for (int i = 0; i < processes.size(); i++) {
      GaussianProcess process = processes.get(i).process();
      if (!Arrays.equals(points(process).values(), points.values())) {
        throw new IllegalArgumentException("processes of one model have different points");
      }
      if (process instanceof ExactGaussianProcess exact) {
        tensors.put(weights(i), tensor(exact.alpha()));
      } else if (process instanceof SparseGaussianProcess sparse) {
        tensors.put(weights(i), tensor(sparse.posterior().weights()));
        tensors.put(factor(i), tensor(sparse.posterior().factor()));
      }
    }
    return tensors;
  }

  private static Matrix points(GaussianProcess process) {
    return process instanceof SparseGaussianProcess sparse
        ? sparse.posterior().z()
        : ((ExactGaussianProcess) process).x();
  }

  /**
   * Puts process {@code i} together again.
   *
   * @param tensors every one of {@link #names}
   * @throws IllegalArgumentException if shapes or numbers do not fit
   */
  static GaussianProcess process(
      int i, GpDescription.Learned description, Map<String, Tensor> tensors) {
    Matrix points = matrix(tensors, POINTS);
    Matrix weights = matrix(tensors, weights(i));
    return tensors.containsKey(factor(i))
        ? SparseGaussianProcess.restored(
            new SparsePosterior(
                description.hyperparameters(),
                description.jitter(),
                points,
                weights,
                matrix(tensors, factor(i))),
            Blas.fastest())
        : ExactGaussianProcess.restored(
            description.hyperparameters(), description.jitter(), points, weights, Blas.fastest());
  }

  private static Tensor tensor(Matrix matrix) {
    double[] rows = new double[matrix.rows() * matrix.columns()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix.at(i / matrix.columns(), i % matrix.columns());
    }
    return new Tensor.Doubles(matrix.rows(), matrix.columns(), rows);
  }

  private static Matrix matrix(Map<String, Tensor> tensors, String name) {
    if (!(tensors.get(name) instanceof Tensor.Doubles doubles)) {
      throw new IllegalArgumentException(name + " is not a matrix of float64 numbers");
    }
    Matrix matrix = new Matrix(doubles.rows(), doubles.columns());
    for (int i = 0; i < doubles.values().length; i++) {
      matrix.set(i / doubles.columns(), i % doubles.columns(), doubles.values()[i]);
    }
    return matrix;
  }
}
