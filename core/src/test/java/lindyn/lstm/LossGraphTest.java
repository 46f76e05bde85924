package lindyn.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.FloatMatrix;
import lindyn.data.History;
import lindyn.data.Standardizer;
import lindyn.lstm.LstmConfig.Base;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.LstmConfig.ReadOut;
import lindyn.lstm.LstmConfig.TargetScaling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class LossGraphTest {

  private static final int INPUTS = 4;
  private static final int JOINTS = 2;
  private static final int BATCH = 3;

  /** Step of the central differences: their error is about h², far below float32's. */
  private static final double STEP = 1e-5;

  @ParameterizedTest(name = "{0}, read-out {1}, {2} layer(s), scored from step {3} of 6")
  @CsvSource({
    "TANH, LINEAR, 1, 0",
    "TANH, LINEAR, 2, 2",
    "TANH, LINEAR, 3, 5",
    "TANH, NONE, 2, 0",
    "SIGMOID, NONE, 1, 5",
    "SIGMOID, NONE, 2, 5",
    "SIGMOID, NONE, 3, 1",
    "SIGMOID, LINEAR, 2, 3"
  })
  void agreesWithFiniteDifferencesOfTheEquations(
      Cell cell, ReadOut readOut, int layers, int firstScored) {
    var config =
        new LstmConfig(
            cell,
            readOut,
            TargetScaling.Z_SCORE,
            layers,
            5,
            new History.Stream(6, firstScored),
            Base.NONE,
            Standardizer.UNLIMITED);
    LstmShape shape = config.shape(INPUTS, JOINTS);
    var sizes = UnrolledBatch.of("test", shape, config, BATCH);
    var random = new SplittableRandom(7);
    float[][][] x = uniform(random, sizes.timeSteps(), INPUTS);
    float[][][] y = uniform(random, sizes.scoredSteps(), JOINTS);
    List<FloatMatrix> weights = perturbed(shape, random);

    int masked = sizes.scoredSteps() / 2;

    List<float[]> actual = lossAndGradients(sizes, x, y, mask(sizes, masked), weights);

    var reference = new ReferenceLoss(sizes, masked);
    List<double[][]> exact = new ArrayList<>(weights.stream().map(LossGraphTest::rows).toList());
    float[] losses = actual.get(0);
    assertEquals(reference.value(x, y, exact), (losses[0] + losses[1]) / 2, 1e-6); // about 1
    for (int m = 0; m < weights.size(); m++) {
      int columns = weights.get(m).columns();
      for (int k = 0; k < actual.get(m + 1).length; k++) {
        double[] row = exact.get(m)[k / columns];
        double before = row[k % columns];
        row[k % columns] = before + STEP;
        double above = reference.value(x, y, exact);
        row[k % columns] = before - STEP;
        double below = reference.value(x, y, exact);
        row[k % columns] = before;
        double expected = (above - below) / (2 * STEP);
        // Gradients are about 0.1 and sums of some hundred float32 products.
        assertEquals(expected, actual.get(m + 1)[k], 2e-6, "weight " + k + " of matrix " + m);
      }
    }
  }

  /** Ones, but zeros for the first scored steps of sequence 0. */
  private static float[][] mask(UnrolledBatch sizes, int masked) {
    float[][] mask = new float[sizes.scoredSteps()][BATCH];
    for (int t = 0; t < mask.length; t++) {
      Arrays.fill(mask[t], 1);
      mask[t][0] = t < masked ? 0 : 1;
    }
    return mask;
  }

  private static List<float[]> lossAndGradients(
      UnrolledBatch sizes,
      float[][][] x,
      float[][][] y,
      float[][] mask,
      List<FloatMatrix> weights) {
    try (var graph = new Graph()) {
      Ops tf = Ops.create(graph);
      List<Operand<TFloat32>> arguments = new ArrayList<>();
      arguments.add(tf.constant(StdArrays.ndCopyOf(x)));
      arguments.add(tf.constant(StdArrays.ndCopyOf(y)));
      arguments.add(tf.constant(mask));
      for (FloatMatrix weight : weights) {
        arguments.add(
            tf.constant(
                Shape.of(weight.rows(), weight.columns()), DataBuffers.of(weight.toArray())));
      }
      List<Operand<TFloat32>> results =
          CompiledCall.add(
              tf,
              "test",
              arguments,
              (f, a) -> {
                var g =
                    new LossGraph(sizes)
                        .gradients(
                            f,
                            new LossGraph.Batch(a.get(0), a.get(1), a.get(2)),
                            a.subList(3, a.size()));
                List<Operand<TFloat32>> all = new ArrayList<>(List.of(g.losses()));
                all.addAll(g.gradients());
                return all;
              });
      try (var session = new Session(graph)) {
        Session.Runner runner = session.runner();
        results.forEach(runner::fetch);
        try (Result fetched = runner.run()) {
          List<float[]> values = new ArrayList<>();
          for (int i = 0; i < fetched.size(); i++) {
            TFloat32 tensor = (TFloat32) fetched.get(i);
            float[] copy = new float[(int) tensor.size()];
            tensor.asRawTensor().data().asFloats().read(copy);
            values.add(copy);
          }
          return values;
        }
      }
    }
  }

  private static float[][][] uniform(SplittableRandom random, int timeSteps, int columns) {
    float[][][] values = new float[timeSteps][BATCH][columns];
    for (float[][] step : values) {
      for (float[] row : step) {
        for (int k = 0; k < columns; k++) {
          row[k] = (float) random.nextDouble(-1, 1);
        }
      }
    }
    return values;
  }

  /** Initial weights with noise, so that no bias is zero and no two rows are orthogonal. */
  private static List<FloatMatrix> perturbed(LstmShape shape, SplittableRandom random) {
    List<FloatMatrix> weights = new ArrayList<>();
    for (FloatMatrix matrix : new InitialWeights(Base.NONE, random).draw(shape).matrices()) {
      float[] values = matrix.toArray();
      for (int k = 0; k < values.length; k++) {
        values[k] += (float) (0.2 * random.nextGaussian());
      }
      weights.add(FloatMatrix.of(matrix.rows(), matrix.columns(), values));
    }
    return weights;
  }

  private static double[][] rows(FloatMatrix matrix) {
    double[][] rows = new double[matrix.rows()][matrix.columns()];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        rows[row][column] = matrix.at(row, column);
      }
    }
    return rows;
  }
}
