package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionStateTest {

  private static final LstmConfig STREAM =
      LstmConfig.RECOMMENDED
          .withBase(LstmConfig.Base.NONE)
          .withHiddenUnits(3)
          .withHistory(new History.Stream(6, 2));
  private static final SampleMatrix TRAIN = RandomSamples.of(4, 9);
  private static final Optimizer ADAGRAD = new Adagrad(0.2, 0.1);
  private static final List<Sequence> BATCH =
      List.of(
          new Sequence(0, 0, 0),
          new Sequence(4, 4, 4),
          new Sequence(6, 4, 4),
          new Sequence(12, 4, 9));

  static Stream<Optimizer> optimizers() {
    return Stream.of(ADAGRAD, new Adam(0.01));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aRestoredStateGoesOnWithTheSameBits(Optimizer optimizer) {
    var settings =
        new TrainingSession.Settings(new UpdateRule(optimizer, 1, 0.01), 4, Device.ONE_THREAD, 1);
    try (var session = new TrainingSession(STREAM, settings, TRAIN, TRAIN);
        var another = new TrainingSession(STREAM, settings, TRAIN, TRAIN)) {
      for (int update = 1; update <= 3; update++) {
        session.update(BATCH);
      }
      SessionState state = session.state();
      another.restore(state);

      assertEquals(3, state.updates());
      assertEquals(state, another.state());
      for (int update = 1; update <= 5; update++) {
        assertArrayEquals(session.update(BATCH, 1.0 / update), another.update(BATCH, 1.0 / update));
      }
      assertEquals(session.state(), another.state());
    }
  }

  @Test
  void refusesTheStateOfAnotherOptimizerOrNetwork() {
    var adam =
        new TrainingSession.Settings(new UpdateRule(new Adam(0.01)), 4, Device.ONE_THREAD, 1);
    try (var session = session(STREAM);
        var ofAdam = new TrainingSession(STREAM, adam, TRAIN, TRAIN);
        var larger = session(STREAM.withLayers(2))) {
      assertThrows(IllegalArgumentException.class, () -> session.restore(ofAdam.state()));
      assertThrows(IllegalArgumentException.class, () -> session.restore(larger.state()));
    }
  }

  private static TrainingSession session(LstmConfig config) {
    var settings = new TrainingSession.Settings(new UpdateRule(ADAGRAD), 4, Device.ONE_THREAD, 1);
    return new TrainingSession(config, settings, TRAIN, TRAIN);
  }
}
