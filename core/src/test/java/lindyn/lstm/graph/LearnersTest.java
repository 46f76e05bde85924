package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceIndex;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Devices that learn by themselves are as good as processes that exchange their weights. */
class LearnersTest {

  private static final LstmConfig NETWORK =
      LstmConfig.RECOMMENDED
          .withBase(LstmConfig.Base.NONE)
          .withHiddenUnits(3)
          .withHistory(new History.Stream(6, 2));

  private static final SampleMatrix SAMPLES = RandomSamples.of(30, 40);
  private static final int BATCH = 16;
  private static final int EVERY = 3;

  static Stream<Optimizer> optimizers() {
    return Stream.of(new Adagrad(0.2, 0.1), new Adam(0.01));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void averagesWeightsAndWhatOptimisersRemember(Optimizer optimizer) {
    TrainingSession.Settings all = settings(optimizer, BATCH);
    TrainingSession.Settings half = settings(optimizer, BATCH / 2);
    Placement two = Placement.of(new Device.Cpu(2), BATCH);
    var apart =
        new Placement(two.target(), two.settings(), two.towers(), two.homes(), List.of(), EVERY);
    Placement one = Placement.of(Device.ONE_THREAD, BATCH / 2);
    try (var together = new TrainingSession(NETWORK, all, apart, SAMPLES, SAMPLES);
        var first = new TrainingSession(NETWORK, half, one, SAMPLES, SAMPLES);
        var second = new TrainingSession(NETWORK, half, one, SAMPLES, SAMPLES)) {
      for (int step = 0; step < 2 * EVERY; step++) {
        List<Sequence> batch = batch(step);

        float[] losses = together.update(batch);

        float[] firstLosses = first.update(batch.subList(0, BATCH / 2));
        float[] secondLosses = second.update(batch.subList(BATCH / 2, BATCH));
        for (int joint = 0; joint < losses.length; joint++) {
          assertEquals((firstLosses[joint] + secondLosses[joint]) / 2, losses[joint], 1e-5);
        }
        if (step % EVERY == EVERY - 1) {
          SessionState mean = mean(first.state(), second.state());
          assertFalse(first.weights().equals(second.weights()));
          first.restore(mean);
          second.restore(mean);
        }
      }

      assertClose(first.weights(), together.weights());
      for (int slot = 0; slot < first.state().slots().size(); slot++) {
        assertClose(first.state().slots().get(slot), together.state().slots().get(slot));
      }
      assertArrayEquals(first.validationLosses(), together.validationLosses(), 1e-5);
      SessionState state = together.state();
      together.update(batch(0));
      together.restore(state);
      assertEquals(state, together.state());
      together.setWeights(first.weights());
      assertEquals(first.weights(), together.weights());
    }
  }

  private static TrainingSession.Settings settings(Optimizer optimizer, int batch) {
    return new TrainingSession.Settings(new UpdateRule(optimizer), batch, new Device.Cpu(2), 1);
  }

  /** All of them score the same number of samples, so that the mean of means is the mean. */
  private static List<Sequence> batch(int step) {
    SequenceIndex all = SequenceIndex.covering(SAMPLES, NETWORK.history());
    List<Sequence> batch = new ArrayList<>();
    for (int i = 7 * step; batch.size() < BATCH; i++) {
      Sequence next = all.get(i % all.size());
      if (next.scoredSamples() == NETWORK.history().scoredSteps()) {
        batch.add(next);
      }
    }
    return batch;
  }

  private static SessionState mean(SessionState a, SessionState b) {
    List<LstmWeights> slots = new ArrayList<>();
    for (int i = 0; i < a.slots().size(); i++) {
      slots.add(mean(a.slots().get(i), b.slots().get(i)));
    }
    return new SessionState(a.updates(), mean(a.weights(), b.weights()), slots, Optional.empty());
  }

  private static LstmWeights mean(LstmWeights a, LstmWeights b) {
    float[] mean = WeightVector.of(a);
    float[] other = WeightVector.of(b);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (mean[i] + other[i]) / 2;
    }
    return WeightVector.weights(a.shape(), mean);
  }

  private static void assertClose(LstmWeights expected, LstmWeights actual) {
    assertArrayEquals(WeightVector.of(expected), WeightVector.of(actual), 1e-5f);
  }
}
