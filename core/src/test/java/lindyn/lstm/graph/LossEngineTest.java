package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lindyn.data.History;
import lindyn.data.Standardizer;
import lindyn.device.Device;
import lindyn.device.Device.Precision;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmConfig.Base;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.LstmConfig.ReadOut;
import lindyn.lstm.LstmConfig.TargetScaling;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class LossEngineTest {

  private static final int INPUTS = 4;
  private static final int JOINTS = 2;
  private static final int BATCH = 3;

  /** Step of the central differences: their error is about h², far below float32's. */
  private static final double STEP = 1e-5;

  @ParameterizedTest(
      name = "{0}, {1}, read-out {2}, {3} layer(s), scored from step {4} of 6, carried {5}")
  @CsvSource({
    "COMPILED, TANH, LINEAR, 1, 0, false",
    "COMPILED, TANH, LINEAR, 2, 2, false",
    "COMPILED, TANH, LINEAR, 3, 5, false",
    "COMPILED, TANH, NONE, 2, 0, false",
    "COMPILED, SIGMOID, NONE, 1, 5, false",
    "COMPILED, SIGMOID, NONE, 2, 5, false",
    "COMPILED, SIGMOID, NONE, 3, 1, false",
    "COMPILED, SIGMOID, LINEAR, 2, 3, false",
    "BLOCK, TANH, LINEAR, 1, 0, false",
    "BLOCK, TANH, LINEAR, 3, 5, false",
    "BLOCK, TANH, NONE, 2, 2, false",
    "REFERENCE, TANH, LINEAR, 1, 0, false",
    "REFERENCE, TANH, NONE, 2, 2, false",
    "REFERENCE, SIGMOID, NONE, 3, 5, false",
    "REFERENCE, SIGMOID, LINEAR, 2, 3, false",
    "COMPILED, TANH, LINEAR, 1, 0, true",
    "COMPILED, TANH, LINEAR, 2, 2, true",
    "COMPILED, SIGMOID, NONE, 3, 1, true",
    "BLOCK, TANH, LINEAR, 3, 2, true",
    "BLOCK, TANH, NONE, 2, 0, true",
    "REFERENCE, TANH, LINEAR, 3, 2, true",
    "REFERENCE, SIGMOID, NONE, 2, 0, true"
  })
  void agreesWithFiniteDifferencesOfTheEquations(
      Engine engine, Cell cell, ReadOut readOut, int layers, int firstScored, boolean carried) {
    LstmConfig config = network(cell, readOut, layers, firstScored);
    LstmShape shape = config.shape(INPUTS, JOINTS);
    var sizes = UnrolledBatch.of("test", shape, config, BATCH);
    var random = new SplittableRandom(7);
    float[][][] x = uniform(random, sizes.timeSteps(), INPUTS);
    float[][][] y = uniform(random, sizes.timeSteps() - firstScored, JOINTS);
    LstmWeights weights = perturbed(shape, random);
    int masked = (sizes.timeSteps() - firstScored) / 2;
    float[][] state = new float[LayerStates.rows(shape)][BATCH];
    if (carried) {
      Arrays.setAll(state, row -> uniform(random, 1, BATCH)[0][0]);
    }

    float[] actual =
        lossesAndGradient(
            engine.of(cell, Device.ONE_THREAD),
            sizes,
            samples(sizes, x, y, firstScored),
            mask(sizes, firstScored, masked),
            carried ? Optional.of(state) : Optional.empty(),
            weights);

    ReferenceLoss reference = new ReferenceLoss(sizes, firstScored, masked).from(state);
    List<double[][]> exact = ReferenceLoss.copy(weights);
    assertEquals(reference.value(x, y, exact), (actual[0] + actual[1]) / 2, 1e-6); // about 1
    int next = JOINTS;
    for (int m = 0; m < exact.size(); m++) {
      for (double[] row : exact.get(m)) {
        for (int column = 0; column < row.length; column++) {
          double before = row[column];
          row[column] = before + STEP;
          double above = reference.value(x, y, exact);
          row[column] = before - STEP;
          double below = reference.value(x, y, exact);
          row[column] = before;
          double expected = (above - below) / (2 * STEP);
          // Gradients are about 0.1 and sums of some hundred float32 products.
          assertEquals(expected, actual[next++], 2e-6, "matrix " + m + ", column " + column);
        }
      }
    }
    assertEquals(actual.length, next);
  }

  private static LstmConfig network(Cell cell, ReadOut readOut, int layers, int firstScored) {
    return new LstmConfig(
        cell,
        readOut,
        TargetScaling.Z_SCORE,
        layers,
        5,
        new History.Stream(6, firstScored),
        Base.NONE,
        Standardizer.UNLIMITED);
  }

  @Test
  void blockEngineRefusesTheSigmoidCell() {
    assertThrows(
        IllegalArgumentException.class, () -> Engine.BLOCK.of(Cell.SIGMOID, Device.ONE_THREAD));
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"TF32", "BFLOAT16"})
  void otherEnginesRefuseToRoundOnTheProcessor(Precision precision) {
    var device = new Device.Cpu(1, precision);

    for (Engine engine : List.of(Engine.BLOCK, Engine.REFERENCE)) {
      assertFalse(engine.multiplies(device));
      assertThrows(IllegalArgumentException.class, () -> engine.of(Cell.TANH, device));
    }
    assertTrue(Engine.COMPILED.multiplies(device));
  }

  /** CUDA devices round to TF32 by themselves, whatever the engine. */
  @Test
  void allEnginesRoundToTf32OnGpus() {
    for (Engine engine : Engine.values()) {
      assertTrue(engine.multiplies(new Device.Gpus(List.of(0), 1, Precision.TF32)));
    }
  }

  /** Each factor is off by half a unit in its last place at most, and the errors differ in sign. */
  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"TF32", "BFLOAT16"})
  void gradientsOfRoundedProductsAreOffByRoundings(Precision precision) {
    LstmConfig config = network(Cell.TANH, ReadOut.LINEAR, 2, 2);
    LstmShape shape = config.shape(INPUTS, JOINTS);
    var sizes = UnrolledBatch.of("test", shape, config, BATCH);
    var random = new SplittableRandom(7);
    float[][][] x = uniform(random, sizes.timeSteps(), INPUTS);
    float[][][] y = uniform(random, sizes.timeSteps() - 2, JOINTS);
    LstmWeights weights = perturbed(shape, random);
    float[][][] samples = samples(sizes, x, y, 2);
    float[][] mask = mask(sizes, 2, 0);
    Device rounding = new Device.Cpu(1, precision);

    float[] exact = lossesAndGradient(Device.ONE_THREAD, sizes, samples, mask, weights);
    float[] rounded = lossesAndGradient(rounding, sizes, samples, mask, weights);

    double squares = 0;
    double differences = 0;
    for (int i = JOINTS; i < exact.length; i++) {
      squares += exact[i] * exact[i];
      differences += Math.pow(rounded[i] - exact[i], 2);
    }
    double relative = Math.sqrt(differences / squares);
    double unit = Math.pow(2, -precision.significantBits());
    assertTrue(relative > unit / 10 && relative < 10 * unit, relative + " with units of " + unit);
  }

  private static float[] lossesAndGradient(
      Device device,
      UnrolledBatch sizes,
      float[][][] samples,
      float[][] mask,
      LstmWeights weights) {
    return lossesAndGradient(
        Engine.COMPILED.of(sizes.cell(), device), sizes, samples, mask, Optional.empty(), weights);
  }

  /** Ones for scored steps, but zeros for the first ones of sequence 0. */
  private static float[][] mask(UnrolledBatch sizes, int firstScored, int masked) {
    float[][] mask = new float[sizes.timeSteps()][BATCH];
    for (int t = firstScored; t < mask.length; t++) {
      Arrays.fill(mask[t], 1);
      mask[t][0] = t - firstScored < masked ? 0 : 1;
    }
    return mask;
  }

  /** Inputs, and torques that are nonsense where they are not scored. */
  private static float[][][] samples(
      UnrolledBatch sizes, float[][][] x, float[][][] y, int firstScored) {
    float[][][] samples = new float[sizes.timeSteps()][BATCH][INPUTS + JOINTS];
    for (int t = 0; t < samples.length; t++) {
      for (int b = 0; b < BATCH; b++) {
        Arrays.fill(samples[t][b], 1e6f);
        System.arraycopy(x[t][b], 0, samples[t][b], 0, INPUTS);
        if (t >= firstScored) {
          System.arraycopy(y[t - firstScored][b], 0, samples[t][b], INPUTS, JOINTS);
        }
      }
    }
    return samples;
  }

  /** Returns the losses of all joints, then the gradient. */
  private static float[] lossesAndGradient(
      LossEngine engine,
      UnrolledBatch sizes,
      float[][][] samples,
      float[][] mask,
      Optional<float[][]> state,
      LstmWeights weights) {
    try (var graph = new Graph()) {
      Ops tf = Ops.create(graph);
      var batch =
          new Batch(
              tf.constant(StdArrays.ndCopyOf(samples)),
              tf.constant(mask),
              state.map(tf::constant),
              INPUTS);
      LossEngine.Outcome<LossSums> outcome =
          engine.sums(tf, sizes, batch, tf.constant(WeightVector.of(weights)));
      LossSums sums = outcome.value();
      Operand<TFloat32> both =
          tf.concat(List.of(sums.losses(tf), sums.gradient(tf)), tf.constant(0));
      try (var session = new Session(graph)) {
        session.initialize();
        try (Result fetched = session.runner().fetch(both).run()) {
          TFloat32 tensor = (TFloat32) fetched.get(0);
          float[] values = new float[(int) tensor.size()];
          tensor.asRawTensor().data().asFloats().read(values);
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
  private static LstmWeights perturbed(LstmShape shape, SplittableRandom random) {
    float[] weights = WeightVector.of(new InitialWeights(Base.NONE, random).draw(shape));
    for (int k = 0; k < weights.length; k++) {
      weights[k] += (float) (0.2 * random.nextGaussian());
    }
    return WeightVector.weights(shape, weights);
  }
}
