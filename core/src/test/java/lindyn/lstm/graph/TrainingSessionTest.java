package lindyn.lstm.graph;

import static lindyn.lstm.graph.FourSequences.ACCUMULATOR;
import static lindyn.lstm.graph.FourSequences.ENDS;
import static lindyn.lstm.graph.FourSequences.LEARNING_RATE;
import static lindyn.lstm.graph.FourSequences.STARTS;
import static lindyn.lstm.graph.FourSequences.STREAM;
import static lindyn.lstm.graph.FourSequences.TRAIN;
import static lindyn.lstm.graph.FourSequences.WINDOW;
import static lindyn.lstm.graph.FourSequences.batch;
import static lindyn.lstm.graph.FourSequences.session;
import static lindyn.lstm.graph.FourSequences.settings;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceIndex;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.LstmWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSessionTest {

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
  @MethodSource("lindyn.lstm.graph.FourSequences#configs")
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
        TrainingSession.Updates steps = row.updates(3, step -> batchOf(step))) {
      for (int step = 0; step < 3; step++) {
        assertArrayEquals(one.update(batchOf(step)), steps.next(1));
      }

      assertThrows(NoSuchElementException.class, () -> steps.next(1));
      assertEquals(one.weights(), row.weights());
    }
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

  /** Another batch at each step. */
  private static List<Sequence> batchOf(int step) {
    List<Sequence> batch = new ArrayList<>(batch(STREAM));
    int end = ENDS[step] == 12 ? 11 : ENDS[step] + 1;
    batch.set(step, Sequence.of(end, STARTS[step], STREAM.history()));
    return batch;
  }
}
