package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceIndex;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmConfig.Base;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.LstmConfig.ReadOut;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.PlainLstm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSessionTest {

  private static final int JOINTS = RandomSamples.JOINTS;
  private static final int INPUTS = RandomSamples.INPUTS;
  private static final double LEARNING_RATE = 0.2;
  private static final double ACCUMULATOR = 0.1;

  private static final LstmConfig STREAM =
      LstmConfig.RECOMMENDED
          .withBase(Base.NONE)
          .withHiddenUnits(3)
          .withHistory(new History.Stream(6, 2));
  private static final LstmConfig WINDOW =
      LstmConfig.PAPER.withHiddenUnits(3).withHistory(new History.Window(5));

  /** Rows 0 to 3 and 4 to 12. */
  private static final SampleMatrix TRAIN = RandomSamples.of(4, 9);

  /** Ends and starts of four sequences: the first three begin before their trajectory does. */
  private static final int[] ENDS = {0, 4, 6, 12};

  private static final int[] STARTS = {0, 4, 4, 4};

  static Stream<LstmConfig> configs() {
    return Stream.of(
        STREAM,
        STREAM.withCell(Cell.SIGMOID).withLayers(2),
        WINDOW,
        WINDOW.withCell(Cell.TANH).withReadOut(ReadOut.LINEAR));
  }

  @ParameterizedTest
  @MethodSource("configs")
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
  @MethodSource("configs")
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

  @Test
  void oneSeedGivesTheSameBits() {
    LstmWeights weights = trained(STREAM, 7);

    assertEquals(weights, trained(STREAM, 7));
    assertNotEquals(weights, trained(STREAM, 8));
    assertEquals(trained(WINDOW, 7), trained(WINDOW, 7));
  }

  @ParameterizedTest
  @CsvSource({"BLOCK, TANH", "REFERENCE, TANH", "REFERENCE, SIGMOID"})
  void enginesLearnTheSame(Engine engine, Cell cell) {
    LstmConfig config = STREAM.withCell(cell).withLayers(2);

    double[] expected = lossesAfter300Updates(config, settings(1));

    double[] actual = lossesAfter300Updates(config, settings(1).withEngine(engine));
    assertArrayEquals(expected, actual, 1e-5); // of about 0.5
    assertTrue(expected[0] < 0.9, "has learnt something: " + expected[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void devicesLearnTogetherWhatOneLearns(int threads) {
    var one =
        new TrainingSession.Settings(
            new UpdateRule(new Adagrad(LEARNING_RATE, ACCUMULATOR)), 50, Device.ONE_THREAD, 1);
    var several =
        new TrainingSession.Settings(
            new UpdateRule(new Adagrad(LEARNING_RATE, ACCUMULATOR)),
            50,
            new Device.Cpu(threads),
            1);

    double[] expected = lossesAfter300Updates(STREAM, one);

    assertArrayEquals(expected, lossesAfter300Updates(STREAM, several), 1e-5); // of about 0.5
  }

  private static double[] lossesAfter300Updates(
      LstmConfig config, TrainingSession.Settings settings) {
    SampleMatrix samples = RandomSamples.of(300, 40);
    var random = new SplittableRandom(1);
    try (var session = new TrainingSession(config, settings, samples, samples)) {
      for (int update = 0; update < 300; update++) {
        SequenceIndex order = SequenceIndex.shuffled(samples, config.history(), random);
        session.update(order.subList(0, settings.batchSize()));
      }
      return session.validationLosses();
    }
  }

  /** Returns the weights after 50 updates on one thread. */
  private static LstmWeights trained(LstmConfig config, long seed) {
    var random = new SplittableRandom(1);
    SampleMatrix samples = RandomSamples.of(30, 40);
    try (var session = new TrainingSession(config, settings(seed), samples, samples)) {
      for (int update = 0; update < 50; update++) {
        session.update(SequenceIndex.shuffled(samples, config.history(), random).subList(0, 4));
      }
      return session.weights();
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void samplesThatStayOffTheDeviceGiveTheSameBits(LstmConfig config) {
    SampleMatrix samples = RandomSamples.of(30, 7, 40);
    SequenceIndex sequences = SequenceIndex.covering(samples, config.history());
    try (var resident = new TrainingSession(config, settings(1), samples, samples);
        var fed =
            new TrainingSession(
                config, settings(1).withResidentBytes(samples.bytes() - 1), samples, samples)) {
      for (int update = 0; update < 20; update++) {
        List<Sequence> batch =
            sequences.subList(update % (sequences.size() - 3), update % (sequences.size() - 3) + 4);
        assertArrayEquals(resident.update(batch), fed.update(batch));
      }

      assertEquals(resident.weights(), fed.weights());
      assertArrayEquals(resident.validationLosses(), fed.validationLosses());
      assertThrows(IllegalArgumentException.class, () -> fed.update(batch(config).subList(0, 3)));
    }
  }

  @Test
  void learnsFromOtherSamplesUnlessItsOwnAreOnTheDevice() {
    SampleMatrix other = RandomSamples.of(30, 7);
    List<Sequence> batch = SequenceIndex.covering(other, STREAM.history()).subList(0, 4);
    var fed = settings(1).withResidentBytes(0);
    try (var own = new TrainingSession(STREAM, fed, other, other);
        var others = new TrainingSession(STREAM, fed, TRAIN, TRAIN);
        TrainingSession resident = session(STREAM, TRAIN)) {
      assertArrayEquals(own.update(batch), others.updateOn(other, batch));

      assertEquals(own.weights(), others.weights());
      assertThrows(IllegalStateException.class, () -> resident.updateOn(other, batch));
    }
  }

  @Test
  void goesOnWithOtherWeights() {
    try (TrainingSession session = session(STREAM, TRAIN);
        TrainingSession other = new TrainingSession(STREAM, settings(2), TRAIN, TRAIN);
        TrainingSession larger = session(STREAM.withLayers(2), TRAIN)) {
      session.setWeights(other.weights());

      assertEquals(other.weights(), session.weights());
      assertArrayEquals(other.update(batch(STREAM)), session.update(batch(STREAM)));
      assertThrows(IllegalArgumentException.class, () -> session.setWeights(larger.weights()));
    }
  }

  @Test
  void namesTheDevicesItRunsOn() {
    var two =
        new TrainingSession.Settings(
            new UpdateRule(new Adagrad(LEARNING_RATE, ACCUMULATOR)), 16, new Device.Cpu(2), 1);
    try (TrainingSession session = session(STREAM, TRAIN);
        var shared = new TrainingSession(STREAM, two, TRAIN, TRAIN)) {
      assertEquals("cpu:0", session.device());
      assertEquals("cpu:0, cpu:1", shared.device());
    }
  }

  @Test
  void refusesABatchOfAnotherSize() {
    try (TrainingSession session = session(STREAM, TRAIN)) {
      for (int sequences : new int[] {0, 3, 5}) {
        assertThrows(
            IllegalArgumentException.class,
            () -> session.update(Collections.nCopies(sequences, new Sequence(0, 0, 0))));
      }
    }
  }

  @Test
  void stepsInARowAreTheSameAsOneByOne() {
    try (TrainingSession one = session(STREAM, TRAIN);
        TrainingSession row = session(STREAM, TRAIN);
        TrainingSession.Updates steps = row.updates(3, step -> batch(step))) {
      for (int step = 0; step < 3; step++) {
        assertArrayEquals(one.update(batch(step)), steps.next(1));
      }

      assertThrows(NoSuchElementException.class, () -> steps.next(1));
      assertEquals(one.weights(), row.weights());
    }
  }

  /** Another batch at each step. */
  private static List<Sequence> batch(int step) {
    List<Sequence> batch = new ArrayList<>(batch(STREAM));
    int end = ENDS[step] == 12 ? 11 : ENDS[step] + 1;
    batch.set(step, Sequence.of(end, STARTS[step], STREAM.history()));
    return batch;
  }

  private static List<Sequence> batch(LstmConfig config) {
    return IntStream.range(0, 4)
        .mapToObj(b -> Sequence.of(ENDS[b], STARTS[b], config.history()))
        .toList();
  }

  @Test
  void stepsInARowRefuseABatchOfAnotherSizeToo() {
    try (TrainingSession session = session(STREAM, TRAIN);
        TrainingSession.Updates steps =
            session.updates(2, step -> Collections.nCopies(4 + step, new Sequence(0, 0, 0)))) {
      steps.next(1);

      assertThrows(IllegalArgumentException.class, () -> steps.next(1));
    }
  }

  @Test
  void closesTwiceAndThenRefusesToTrain() {
    TrainingSession session = session(STREAM, TRAIN);

    session.close();
    session.close();

    assertThrows(IllegalStateException.class, () -> session.update(batch(STREAM)));
    assertThrows(IllegalStateException.class, session::weights);
  }

  private static TrainingSession session(LstmConfig config, SampleMatrix validation) {
    return new TrainingSession(config, settings(1), TRAIN, validation);
  }

  private static TrainingSession.Settings settings(long seed) {
    return new TrainingSession.Settings(
        new UpdateRule(new Adagrad(LEARNING_RATE, ACCUMULATOR)), 4, Device.ONE_THREAD, seed);
  }

  private static UnrolledBatch sizes(LstmConfig config) {
    return UnrolledBatch.of("reference", config.shape(INPUTS, JOINTS), config, 4);
  }

  /** Scored steps of each sequence that lie before its trajectory. */
  private static int[] beforeTheStart(LstmConfig config) {
    return IntStream.range(0, 4)
        .map(b -> Math.max(0, config.history().scoredSteps() - (ENDS[b] - STARTS[b] + 1)))
        .toArray();
  }

  /** The rows of the sequences from a step on, shape {@code [steps, batch, columns]}. */
  private static float[][][] rows(float[] matrix, int columns, UnrolledBatch sizes, int firstStep) {
    float[][][] rows = new float[sizes.timeSteps() - firstStep][4][columns];
    for (int t = firstStep; t < sizes.timeSteps(); t++) {
      for (int b = 0; b < 4; b++) {
        int row = ENDS[b] - (sizes.timeSteps() - 1 - t);
        int first = Math.max(row, STARTS[b]);
        System.arraycopy(matrix, first * columns, rows[t - firstStep][b], 0, columns);
      }
    }
    return rows;
  }

  private static float[] inputs(SampleMatrix samples) {
    float[] all = new float[samples.rows() * INPUTS];
    for (int row = 0; row < samples.rows(); row++) {
      samples.copyInputs(row, all, row * INPUTS);
    }
    return all;
  }

  private static float[] targets(SampleMatrix samples) {
    float[] all = new float[samples.rows() * JOINTS];
    for (int row = 0; row < samples.rows(); row++) {
      samples.copyTargets(row, all, row * JOINTS);
    }
    return all;
  }
}
