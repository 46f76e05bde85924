package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;

/**
 * The loss of {@link LossGraph} in double precision, one number at a time, straight from the
 * paper's equations.
 */
final class ReferenceLoss {

  /** Step of the central differences: their error is about h², far below float32's. */
  private static final double STEP = 1e-5;

  private final UnrolledBatch sizes;
  private final LstmShape shape;
  private final int firstScored;

  /** First scored steps of each sequence that do not count; none where it is shorter. */
  private final int[] masked;

  /** State before the first step, see {@link LayerStates}. */
  private final float[][] state;

  /** Begins with a state of zero. */
  ReferenceLoss(UnrolledBatch sizes, int firstScored, int... masked) {
    this(sizes, firstScored, masked, new float[LayerStates.rows(sizes.shape())][sizes.batch()]);
  }

  private ReferenceLoss(UnrolledBatch sizes, int firstScored, int[] masked, float[][] state) {
    this.sizes = sizes;
    this.shape = sizes.shape();
    this.firstScored = firstScored;
    this.masked = masked;
    this.state = state;
  }

  /** Returns the loss with another state before the first step. */
  ReferenceLoss from(float[][] newState) {
    return new ReferenceLoss(sizes, firstScored, masked, newState);
  }

  /** Mean squared error; x is [timeSteps][batch][inputs], y is [scoredSteps][batch][joints]. */
  double value(float[][][] x, float[][][] y, List<double[][]> weights) {
    double sum = 0;
    for (int b = 0; b < sizes.batch(); b++) {
      sum += squaredError(x, y, weights, b);
    }
    return sum
        / (((sizes.timeSteps() - firstScored) * sizes.batch() - IntStream.of(masked).sum())
            * shape.joints());
  }

  /** Gradients of {@link #value} by central differences, in the order and shapes of the weights. */
  List<double[][]> gradients(float[][][] x, float[][][] y, List<double[][]> weights) {
    List<double[][]> gradients = new ArrayList<>();
    for (double[][] matrix : weights) {
      double[][] gradient = new double[matrix.length][matrix[0].length];
      for (int row = 0; row < matrix.length; row++) {
        for (int column = 0; column < matrix[row].length; column++) {
          double before = matrix[row][column];
          matrix[row][column] = before + STEP;
          double above = value(x, y, weights);
          matrix[row][column] = before - STEP;
          double below = value(x, y, weights);
          matrix[row][column] = before;
          gradient[row][column] = (above - below) / (2 * STEP);
        }
      }
      gradients.add(gradient);
    }
    return gradients;
  }

  /** Copies matrices into double precision. */
  static List<double[][]> copy(LstmWeights weights) {
    List<double[][]> copies = new ArrayList<>();
    for (FloatMatrix matrix : weights.matrices()) {
      double[][] copy = new double[matrix.rows()][matrix.columns()];
      for (int row = 0; row < matrix.rows(); row++) {
        for (int column = 0; column < matrix.columns(); column++) {
          copy[row][column] = matrix.at(row, column);
        }
      }
      copies.add(copy);
    }
    return copies;
  }

  private double squaredError(float[][][] x, float[][][] y, List<double[][]> weights, int b) {
    double[][] h = new double[shape.layers()][];
    double[][] c = new double[shape.layers()][];
    int row = 0;
    for (double[][] half : new double[][][] {h, c}) {
      for (int l = 0; l < shape.layers(); l++) {
        half[l] = new double[shape.units(l)];
        for (int unit = 0; unit < half[l].length; unit++) {
          half[l][unit] = state[row++][b];
        }
      }
    }
    double sum = 0;
    for (int t = 0; t < sizes.timeSteps(); t++) {
      double[] below = new double[shape.inputs()];
      for (int k = 0; k < below.length; k++) {
        below[k] = x[t][b][k];
      }
      for (int l = 0; l < shape.layers(); l++) {
        step(below, weights.get(2 * l), weights.get(2 * l + 1)[0], h[l], c[l]);
        below = h[l];
      }
      if (t >= firstScored + (b < masked.length ? masked[b] : 0)) {
        double[] prediction = readOut(below, weights);
        for (int j = 0; j < shape.joints(); j++) {
          double error = prediction[j] - y[t - firstScored][b][j];
          sum += error * error;
        }
      }
    }
    return sum;
  }

  private void step(double[] input, double[][] kernel, double[] bias, double[] h, double[] c) {
    int units = h.length;
    double[] z = new double[4 * units];
    for (int k = 0; k < z.length; k++) {
      z[k] = bias[k];
      for (int n = 0; n < input.length; n++) {
        z[k] += kernel[n][k] * input[n];
      }
      for (int n = 0; n < units; n++) {
        z[k] += kernel[input.length + n][k] * h[n];
      }
    }
    for (int k = 0; k < units; k++) {
      double i = sigmoid(z[k]);
      double f = sigmoid(z[units + k]);
      double o = sigmoid(z[2 * units + k]);
      c[k] = f * c[k] + i * Math.tanh(z[3 * units + k]);
      h[k] = o * (sizes.cell() == LstmConfig.Cell.TANH ? Math.tanh(c[k]) : sigmoid(c[k]));
    }
  }

  private double[] readOut(double[] h, List<double[][]> weights) {
    if (!shape.linearReadOut()) {
      return h;
    }
    double[] prediction = weights.get(2 * shape.layers() + 1)[0].clone();
    for (int j = 0; j < prediction.length; j++) {
      for (int k = 0; k < h.length; k++) {
        prediction[j] += weights.get(2 * shape.layers())[k][j] * h[k];
      }
    }
    return prediction;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
