package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lindyn.data.History;
import lindyn.data.ParallelStreams;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceOrder;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmConfig.Base;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.PlainLstm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Training in which the state goes on from one batch to the next. */
class CarriedStateTest {

  private static final int INPUTS = RandomSamples.INPUTS;
  private static final int JOINTS = RandomSamples.JOINTS;
  private static final LstmConfig NETWORK =
      LstmConfig.RECOMMENDED
          .withBase(Base.NONE)
          .withHiddenUnits(3)
          .withHistory(new History.Stream(6, 2));

  /** Some trajectories are shorter than a sequence, some go over many, and some are cut. */
  private static final SampleMatrix SAMPLES = RandomSamples.of(50, 3, 0, 37, 90, 11);

  private static TrainingSession.Settings settings(int batchSize) {
    var rule = new UpdateRule(new Adagrad(0.2, 0.1));
    return new TrainingSession.Settings(rule, batchSize, Device.ONE_THREAD, 1)
        .withSequences(SequenceOrder.CONTIGUOUS);
  }

  private static TrainingSession session(LstmConfig network, TrainingSession.Settings settings) {
    return new TrainingSession(network, settings, SAMPLES, SAMPLES);
  }

  private static ParallelStreams streams(int places, long seed) {
    return ParallelStreams.shuffled(SAMPLES, NETWORK.history(), places, new SplittableRandom(seed));
  }

  /** The plain network steps through each place of the batches, one sample at a time. */
  private static final class PlainPlaces {

    private final int timeSteps;
    private final PlainLstm[] places;

    PlainPlaces(LstmConfig network, LstmWeights weights, int places) {
      timeSteps = network.history().timeSteps();
      this.places = new PlainLstm[places];
      Arrays.setAll(this.places, place -> new PlainLstm(network.cell(), weights));
    }

    /** Returns the mean squared error of each joint. */
    float[] losses(List<Sequence> batch) {
      double[] sums = new double[JOINTS];
      int scored = 0;
      for (int place = 0; place < places.length; place++) {
        Sequence sequence = batch.get(place);
        if (!sequence.goesOn()) {
          places[place].reset();
        }
        for (int row = sequence.end() - timeSteps + 1; row <= sequence.end(); row++) {
          double[] errors = squaredErrors(places[place], sequence, row);
          if (row >= sequence.scoredFrom() && row <= sequence.last()) {
            scored++;
            Arrays.setAll(sums, joint -> sums[joint] + errors[joint]);
          }
        }
      }
      float[] means = new float[JOINTS];
      for (int joint = 0; joint < JOINTS; joint++) {
        means[joint] = (float) (sums[joint] / scored);
      }
      return means;
    }

    private static double[] squaredErrors(PlainLstm place, Sequence sequence, int row) {
      float[] input = new float[INPUTS];
      float[] target = new float[JOINTS];
      float[] prediction = new float[JOINTS];
      int sample = Math.min(sequence.last(), Math.max(sequence.start(), row));
      SAMPLES.copyInputs(sample, input, 0);
      SAMPLES.copyTargets(sample, target, 0);
      place.step(input, prediction);
      double[] errors = new double[JOINTS];
      Arrays.setAll(errors, joint -> Math.pow(prediction[joint] - target[joint], 2));
      return errors;
    }
  }

  @ParameterizedTest(name = "{0}, {1}, {2} layers, {3} places, {4} threads, samples fed {5}")
  @CsvSource({
    "COMPILED, TANH, 1, 1, 1, false",
    "COMPILED, TANH, 2, 5, 1, false",
    "COMPILED, SIGMOID, 2, 17, 2, false",
    "COMPILED, TANH, 1, 5, 1, true",
    "BLOCK, TANH, 2, 5, 1, false",
    "BLOCK, TANH, 1, 17, 2, true",
    "REFERENCE, SIGMOID, 2, 5, 1, false",
    "REFERENCE, TANH, 1, 17, 2, false"
  })
  void errorsAreThoseOfThePlainNetworkAlongTheTrajectories(
      Engine engine, Cell cell, int layers, int places, int threads, boolean fed) {
    LstmConfig network = NETWORK.withCell(cell).withLayers(layers);
    var rule = new UpdateRule(new Adagrad(0.2, 0.1));
    var settings =
        new TrainingSession.Settings(
            rule,
            places,
            new Device.Cpu(threads),
            1,
            fed ? 0 : 1 << 20,
            engine,
            SequenceOrder.CONTIGUOUS);
    try (TrainingSession session = session(network, settings)) {
      var plain = new PlainPlaces(network, session.weights(), places);
      for (long epoch = 1; epoch <= 3; epoch++) {
        ParallelStreams streams = streams(places, epoch);
        for (int batch = 0; batch < streams.batches(); batch++) {
          float[] expected = plain.losses(streams.batch(batch));

          float[] actual = session.update(streams.batch(batch), 0); // so that it learns nothing

          assertArrayEquals(expected, actual, 2e-6f); // about 1; float32 with a tanh good to 4e-7
        }
        session.validationLosses();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"COMPILED, 1", "COMPILED, 2", "BLOCK, 1", "REFERENCE, 1"})
  void validationErrorIsThatOfPrediction(Engine engine, int threads) {
    var rule = new UpdateRule(new Adagrad(0.2, 0.1));
    var settings =
        new TrainingSession.Settings(
            rule, 16, new Device.Cpu(threads), 1, 1 << 20, engine, SequenceOrder.CONTIGUOUS);
    try (TrainingSession session = session(NETWORK, settings)) {
      session.update(streams(16, 1).batch(0));

      double[] losses = session.validationLosses();

      double[] expected = predictionLosses(session.weights());
      assertArrayEquals(expected, losses, 2e-6); // about 1; float32 with a tanh good to 4e-7
    }
  }

  private static double[] predictionLosses(LstmWeights weights) {
    var network = new PlainLstm(NETWORK.cell(), weights);
    double[] sums = new double[JOINTS];
    float[] input = new float[INPUTS];
    float[] target = new float[JOINTS];
    float[] prediction = new float[JOINTS];
    for (int i = 0; i < SAMPLES.trajectories(); i++) {
      network.reset();
      for (int t = -NETWORK.history().firstScored(); t < SAMPLES.timeSteps(i); t++) {
        if (SAMPLES.timeSteps(i) > 0) {
          int row = SAMPLES.firstRow(i) + Math.max(0, t);
          SAMPLES.copyInputs(row, input, 0);
          SAMPLES.copyTargets(row, target, 0);
          network.step(input, prediction);
          for (int joint = 0; t >= 0 && joint < JOINTS; joint++) {
            sums[joint] += Math.pow(prediction[joint] - target[joint], 2);
          }
        }
      }
    }
    return Arrays.stream(sums).map(sum -> sum / SAMPLES.rows()).toArray();
  }

  @ParameterizedTest
  @CsvSource({"COMPILED, 2, TANH", "COMPILED, 3, TANH", "BLOCK, 1, TANH", "REFERENCE, 2, TANH"})
  void enginesAndDevicesLearnTheSame(Engine engine, int threads, Cell cell) {
    LstmConfig network = NETWORK.withCell(cell).withLayers(2);
    var rule = new UpdateRule(new Adagrad(0.2, 0.1));
    var other =
        new TrainingSession.Settings(
            rule, 24, new Device.Cpu(threads), 1, 1 << 20, engine, SequenceOrder.CONTIGUOUS);

    double[] expected = lossesAfter300Updates(network, settings(24));

    double[] actual = lossesAfter300Updates(network, other);
    assertArrayEquals(expected, actual, 1e-5); // of about 0.3
    assertTrue(expected[0] < 0.9, "has learnt something: " + expected[0]);
  }

  private static double[] lossesAfter300Updates(
      LstmConfig network, TrainingSession.Settings settings) {
    try (TrainingSession session = session(network, settings)) {
      for (int epoch = 1; session.state().updates() < 300; epoch++) {
        ParallelStreams streams = streams(settings.batchSize(), epoch);
        for (int batch = 0; batch < streams.batches(); batch++) {
          session.update(streams.batch(batch));
        }
      }
      return session.validationLosses();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aRestoredStateGoesOnWithTheSameBits(Engine engine) {
    TrainingSession.Settings settings = settings(5).withEngine(engine);
    ParallelStreams streams = streams(5, 1);
    try (TrainingSession session = session(NETWORK, settings);
        TrainingSession another = session(NETWORK, settings)) {
      session.update(streams.batch(0));
      session.update(streams.batch(1));
      another.restore(session.state());

      assertEquals(session.state(), another.state());
      for (int batch = 2; batch < streams.batches(); batch++) {
        assertTrue(streams.batch(batch).stream().anyMatch(Sequence::goesOn));
        assertArrayEquals(
            session.update(streams.batch(batch)), another.update(streams.batch(batch)));
      }
      assertEquals(session.state(), another.state());
    }
  }

  @Test
  void refusesTheStateOfAnotherOrderOrBatchSize() {
    Stream<TrainingSession.Settings> others =
        Stream.of(settings(4), settings(5).withSequences(SequenceOrder.RANDOM));
    try (TrainingSession session = session(NETWORK, settings(5))) {
      others.forEach(
          settings -> {
            try (TrainingSession other = session(NETWORK, settings)) {
              assertThrows(IllegalArgumentException.class, () -> session.restore(other.state()));
              assertThrows(IllegalArgumentException.class, () -> other.restore(session.state()));
            }
          });
    }
  }

  @Test
  void refusesToGoOnWhereNothingIsCarried() {
    var goesOn = List.of(new Sequence(7, 0, 2, 7, true));
    var settings = settings(1).withSequences(SequenceOrder.RANDOM);
    try (TrainingSession session = session(NETWORK, settings)) {
      assertThrows(IllegalArgumentException.class, () -> session.update(goesOn));
    }
  }
}
