package lindyn.lstm.graph;

import static lindyn.lstm.graph.FourSequences.ACCUMULATOR;
import static lindyn.lstm.graph.FourSequences.INPUTS;
import static lindyn.lstm.graph.FourSequences.JOINTS;
import static lindyn.lstm.graph.FourSequences.LEARNING_RATE;
import static lindyn.lstm.graph.FourSequences.STREAM;
import static lindyn.lstm.graph.FourSequences.TRAIN;
import static lindyn.lstm.graph.FourSequences.WINDOW;
import static lindyn.lstm.graph.FourSequences.batch;
import static lindyn.lstm.graph.FourSequences.beforeTheStart;
import static lindyn.lstm.graph.FourSequences.inputs;
import static lindyn.lstm.graph.FourSequences.rows;
import static lindyn.lstm.graph.FourSequences.session;
import static lindyn.lstm.graph.FourSequences.sizes;
import static lindyn.lstm.graph.FourSequences.targets;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.PlainLstm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session computes what the equations say. */
class TrainingStepTest {

  @ParameterizedTest
  @MethodSource("lindyn.lstm.graph.FourSequences#configs")
  void firstSampleStandsForThoseBeforeItButIsScoredOnce(LstmConfig config) {
    try (TrainingSession session = session(config, TRAIN)) {
      List<double[][]> weights = ReferenceLoss.copy(session.weights());
      UnrolledBatch sizes = sizes(config);

      float[] losses = session.update(batch(config));

      double expected =
          new ReferenceLoss(sizes, config.history().firstScored(), beforeTheStart(config))
              .value(
                  rows(inputs(TRAIN), INPUTS, sizes, 0),
                  rows(targets(TRAIN), JOINTS, sizes, config.history().firstScored()),
                  weights);
      assertEquals(expected, (losses[0] + losses[1]) / 2, 1e-6); // about 1, in float32
    }
  }

  @ParameterizedTest
  @MethodSource("twoConfigs")
  void updatesAsAdagradSays(LstmConfig config) {
    UnrolledBatch sizes = sizes(config);
    float[][][] x = rows(inputs(TRAIN), INPUTS, sizes, 0);
    float[][][] y = rows(targets(TRAIN), JOINTS, sizes, config.history().firstScored());
    try (TrainingSession session = session(config, TRAIN)) {
      List<double[][]> weights = ReferenceLoss.copy(session.weights());
      List<double[][]> squares = ReferenceLoss.copy(session.weights());
      squares.forEach(rows -> Stream.of(rows).forEach(row -> Arrays.fill(row, ACCUMULATOR)));

      for (int update = 1; update <= 3; update++) {
        session.update(batch(config));

        descend(
            weights,
            squares,
            new ReferenceLoss(sizes, config.history().firstScored(), beforeTheStart(config))
                .gradients(x, y, weights));
        assertClose(weights, ReferenceLoss.copy(session.weights()), update);
      }
    }
  }

  /** Both cells, both histories, one layer and two, with a read-out and without. */
  static Stream<LstmConfig> twoConfigs() {
    return Stream.of(STREAM, WINDOW);
  }

  /** w ← w − η g / √(a + Σ g²) (Duchi et al. 2011). */
  private static void descend(
      List<double[][]> weights, List<double[][]> squares, List<double[][]> gradients) {
    for (int m = 0; m < weights.size(); m++) {
      for (int row = 0; row < weights.get(m).length; row++) {
        for (int column = 0; column < weights.get(m)[row].length; column++) {
          double g = gradients.get(m)[row][column];
          squares.get(m)[row][column] += g * g;
          weights.get(m)[row][column] -= LEARNING_RATE * g / Math.sqrt(squares.get(m)[row][column]);
        }
      }
    }
  }

  private static void assertClose(List<double[][]> expected, List<double[][]> actual, int update) {
    for (int m = 0; m < expected.size(); m++) {
      for (int row = 0; row < expected.get(m).length; row++) {
        // Weights of about 1 in float32, and steps of up to 0.2 from gradients good to 1e-6.
        assertArrayEquals(
            expected.get(m)[row], actual.get(m)[row], 3e-6, "matrix " + m + ", update " + update);
      }
    }
  }

  /** 1303 samples are more than one call or two calls of 256, whatever the history. */
  @ParameterizedTest
  @MethodSource("lindyn.lstm.graph.FourSequences#configs")
  void validationErrorIsThatOfThePlainNetwork(LstmConfig config) {
    assertValidatesAsThePlainNetwork(config, RandomSamples.of(700, 3, 600));
  }

  @Test
  void validatesLessThanOneFullCall() {
    assertValidatesAsThePlainNetwork(STREAM, RandomSamples.of(2, 5));
  }

  private static void assertValidatesAsThePlainNetwork(LstmConfig config, SampleMatrix samples) {
    SequenceIndex sequences = SequenceIndex.covering(samples, config.history());
    try (TrainingSession session = session(config, samples)) {
      double[] losses = session.validationLosses();

      double[] expected = plainLosses(config, session.weights(), samples, sequences);
      assertArrayEquals(expected, losses, 2e-6); // about 1; float32 with a tanh good to 4e-7
    }
  }

  private static double[] plainLosses(
      LstmConfig config, LstmWeights weights, SampleMatrix samples, SequenceIndex sequences) {
    var network = new PlainLstm(config.cell(), weights);
    float[] inputs = inputs(samples);
    float[] targets = targets(samples);
    float[] input = new float[INPUTS];
    float[] prediction = new float[JOINTS];
    double[] sums = new double[JOINTS];
    int timeSteps = config.history().timeSteps();
    int scored = 0;
    for (int i = 0; i < sequences.size(); i++) {
      network.reset();
      for (int t = 0; t < timeSteps; t++) {
        int unlimited = sequences.get(i).end() - timeSteps + 1 + t;
        int row = Math.max(sequences.get(i).start(), unlimited);
        System.arraycopy(inputs, row * INPUTS, input, 0, INPUTS);
        network.step(input, prediction);
        boolean isScored = t >= config.history().firstScored() && row == unlimited;
        scored += isScored ? 1 : 0;
        for (int j = 0; isScored && j < JOINTS; j++) {
          sums[j] += Math.pow(prediction[j] - targets[row * JOINTS + j], 2);
        }
      }
    }
    return new double[] {sums[0] / scored, sums[1] / scored};
  }

  @Test
  void validationSeesTheUpdatesAndChangesNothing() {
    SequenceIndex sequences = SequenceIndex.covering(TRAIN, STREAM.history());
    try (TrainingSession session = session(STREAM, TRAIN)) {
      session.update(batch(STREAM));
      LstmWeights weights = session.weights();

      double[] losses = session.validationLosses();

      // about 1; float32 with a tanh good to 4e-7
      assertArrayEquals(plainLosses(STREAM, weights, TRAIN, sequences), losses, 2e-6);
      assertArrayEquals(losses, session.validationLosses());
      assertEquals(weights, session.weights());
    }
  }
}
