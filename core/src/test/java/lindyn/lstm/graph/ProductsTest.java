package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import lindyn.device.Device.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class ProductsTest {

  private static final int ROWS = 3;
  private static final int COLUMNS = 4;
  private static final int SUMMED = 50;

  /** Builds one of the products. */
  private interface Product {
    Operand<TFloat32> build(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b);
  }

  @ParameterizedTest
  @EnumSource
  void multipliesRoundedFactors(Precision precision) {
    var products = new Products(precision);
    var random = new SplittableRandom(5);
    float[][] a = uniform(random, ROWS, SUMMED);
    float[][] b = uniform(random, SUMMED, COLUMNS);

    float[][] plain = run(products::of, a, b);
    float[][] first = run(products::transposedFirst, transposed(a), b);
    float[][] second = run(products::transposedSecond, a, transposed(b));

    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double expected = 0;
        for (int k = 0; k < SUMMED; k++) {
          expected += rounded(a[row][k], precision) * rounded(b[k][column], precision);
        }
        // Sums of 50 products below 1 in float32; bfloat16 changes them by some 1e-2.
        assertEquals(expected, plain[row][column], 2e-6);
        assertEquals(expected, first[row][column], 2e-6);
        assertEquals(expected, second[row][column], 2e-6);
      }
    }
  }

  /** To the nearest number of so many bits; the numbers here are never half-way between two. */
  private static double rounded(float value, Precision precision) {
    double unit = Math.scalb(1.0, Math.getExponent(value) + 1 - precision.significantBits());
    return Math.rint(value / unit) * unit;
  }

  private static float[][] run(Product product, float[][] a, float[][] b) {
    try (var graph = new Graph()) {
      Ops tf = Ops.create(graph);
      List<Operand<TFloat32>> results =
          FunctionCall.add(
              tf,
              FunctionCall.Mode.COMPILED,
              "product",
              List.of(tf.constant(a), tf.constant(b)),
              List.of(),
              (f, factors, none) -> List.of(product.build(f, factors.get(0), factors.get(1))));
      try (var session = new Session(graph);
          Result fetched = session.runner().fetch(results.get(0)).run()) {
        float[][] values = new float[ROWS][COLUMNS];
        var tensor = (TFloat32) fetched.get(0);
        for (int row = 0; row < ROWS; row++) {
          for (int column = 0; column < COLUMNS; column++) {
            values[row][column] = tensor.getFloat(row, column);
          }
        }
        return values;
      }
    }
  }

  private static float[][] transposed(float[][] matrix) {
    float[][] transposed = new float[matrix[0].length][matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < matrix[0].length; column++) {
        transposed[column][row] = matrix[row][column];
      }
    }
    return transposed;
  }

  private static float[][] uniform(SplittableRandom random, int rows, int columns) {
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int k = 0; k < columns; k++) {
        row[k] = (float) random.nextDouble(-1, 1);
      }
    }
    return values;
  }
}
