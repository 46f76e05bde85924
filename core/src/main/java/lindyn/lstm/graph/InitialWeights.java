package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Weights before training: uniform input weights (Glorot and Bengio 2010), orthogonal recurrent
 * weights (Saxe et al. 2014), and a forget-gate bias of 1 so that the cell remembers at first. With
 * a base the read-out is zero, so that training starts from what the base predicts.
 */
final class InitialWeights {

  private final LstmConfig.Base base;
  private final SplittableRandom random;

  InitialWeights(LstmConfig.Base base, SplittableRandom random) {
    this.base = base;
    this.random = random;
  }

  LstmWeights draw(LstmShape shape) {
    List<LstmWeights.Layer> layers = new ArrayList<>();
    for (int l = 0; l < shape.layers(); l++) {
      layers.add(layer(shape.inputsOf(l), shape.units(l)));
    }
    int top = shape.units(shape.layers() - 1);
    Optional<LstmWeights.ReadOut> readOut =
        shape.linearReadOut() ? Optional.of(readOut(top, shape.joints())) : Optional.empty();
    return new LstmWeights(layers, readOut);
  }

  private LstmWeights.Layer layer(int inputs, int units) {
    float[] kernel = new float[(inputs + units) * 4 * units];
    System.arraycopy(glorot(inputs, 4 * units), 0, kernel, 0, inputs * 4 * units);
    System.arraycopy(orthogonal(units), 0, kernel, inputs * 4 * units, 4 * units * units);
    float[] bias = new float[4 * units];
    for (int k = units; k < 2 * units; k++) {
      bias[k] = 1; // the forget gate is the second of i, f, o, g
    }
    return new LstmWeights.Layer(
        FloatMatrix.of(inputs + units, 4 * units, kernel), FloatMatrix.of(1, 4 * units, bias));
  }

  private LstmWeights.ReadOut readOut(int units, int joints) {
    boolean startsFromBase = base != LstmConfig.Base.NONE;
    float[] kernel = startsFromBase ? new float[units * joints] : glorot(units, joints);
    return new LstmWeights.ReadOut(
        FloatMatrix.of(units, joints, kernel), FloatMatrix.of(1, joints, new float[joints]));
  }

  private float[] glorot(int rows, int columns) {
    double limit = Math.sqrt(6.0 / (rows + columns));
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-limit, limit);
    }
    return values;
  }

  /** A matrix {@code [units, 4 units]} whose rows are orthonormal. */
  private float[] orthogonal(int units) {
    RealMatrix gaussian = MatrixUtils.createRealMatrix(4 * units, units);
    for (int row = 0; row < 4 * units; row++) {
      for (int column = 0; column < units; column++) {
        gaussian.setEntry(row, column, random.nextGaussian());
      }
    }
    var qr = new QRDecomposition(gaussian);
    float[] values = new float[4 * units * units];
    RealMatrix q = qr.getQ().getSubMatrix(0, 4 * units - 1, 0, units - 1);
    for (int row = 0; row < units; row++) {
      // The sign makes the distribution uniform over the orthogonal matrices.
      double sign = qr.getR().getEntry(row, row) < 0 ? -1 : 1;
      for (int column = 0; column < 4 * units; column++) {
        values[row * 4 * units + column] = (float) (sign * q.getEntry(column, row));
      }
    }
    return values;
  }
}
