package lindyn.train;

import static lindyn.data.SequenceOrder.CONTIGUOUS;
import static lindyn.data.SequenceOrder.RANDOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.device.Device;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.Engine;
import lindyn.lstm.graph.UpdateRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingConfigTest {

  private static final Device FOUR = new Device.Cpu(4);

  private static final History.Stream STREAM = new History.Stream(100, 25);

  /** 2,400 samples are 32 sequences of 75 scored steps, one batch. */
  @ParameterizedTest(name = "{0} samples: {1} epochs")
  @CsvSource({"1, 1000", "2400, 1000", "4800, 500", "7200, 334", "720000, 4", "1000000, 3"})
  void suggestsAThousandUpdatesAndThreeEpochsAtLeast(int samples, int epochs) {
    TrainingConfig suggested = TrainingConfig.suggested(STREAM, List.of(trajectory(samples)));

    assertEquals(epochs, suggested.limits().epochs());
    assertEquals((epochs + 1) / 2, suggested.limits().patience());
    assertEquals(32, suggested.batchSize());
  }

  /** With the warm-up 2,375 samples are 24 pieces, 6,375 samples are 64. */
  @ParameterizedTest(name = "{0} samples: {1} epochs")
  @CsvSource({"2375, 1000", "6375, 500", "1000000, 4"})
  void suggestsAsManyUpdatesForContiguousSequences(int samples, int epochs) {
    TrainingConfig contiguous = TrainingConfig.contiguous(STREAM, List.of(trajectory(samples)));

    assertEquals(epochs, contiguous.limits().epochs());
    assertEquals(CONTIGUOUS, contiguous.sequences());
  }

  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {1, 100_000})
  void suggestsThePapersSettingsForWindows(int samples) {
    TrainingConfig suggested =
        TrainingConfig.suggested(new History.Window(10), List.of(trajectory(samples)));

    assertEquals(100, suggested.limits().epochs());
    assertEquals(128, suggested.batchSize());
  }

  @Test
  void changesOneSettingAtATime() {
    Limits limits = Limits.ofEpochs(1);
    var rule = new UpdateRule(new Adagrad(1, 2));
    var config =
        new TrainingConfig(limits, 3, rule, Schedule.CONSTANT, FOUR, 5, Engine.BLOCK, RANDOM);
    var cosine = new Schedule.Cosine();
    var nine = new Device.Cpu(9);
    var faster = new UpdateRule(new Adagrad(9, 2));

    assertEquals(
        new TrainingConfig(
            limits.withPatience(9), 3, rule, Schedule.CONSTANT, FOUR, 5, Engine.BLOCK, RANDOM),
        config.withLimits(limits.withPatience(9)));
    assertEquals(
        new TrainingConfig(limits, 9, rule, Schedule.CONSTANT, FOUR, 5, Engine.BLOCK, RANDOM),
        config.withBatchSize(9));
    assertEquals(
        new TrainingConfig(limits, 3, faster, Schedule.CONSTANT, FOUR, 5, Engine.BLOCK, RANDOM),
        config.withLearningRate(9));
    assertEquals(
        new TrainingConfig(limits, 3, rule, cosine, FOUR, 5, Engine.BLOCK, RANDOM),
        config.withSchedule(cosine));
    assertEquals(
        new TrainingConfig(limits, 3, rule, Schedule.CONSTANT, nine, 5, Engine.BLOCK, RANDOM),
        config.withDevice(nine));
    assertEquals(
        new TrainingConfig(limits, 3, rule, Schedule.CONSTANT, FOUR, 9, Engine.BLOCK, RANDOM),
        config.withSeed(9));
    assertEquals(
        new TrainingConfig(limits, 3, rule, Schedule.CONSTANT, FOUR, 5, Engine.COMPILED, RANDOM),
        config.withEngine(Engine.COMPILED));
    assertEquals(
        new TrainingConfig(limits, 3, rule, Schedule.CONSTANT, FOUR, 5, Engine.BLOCK, CONTIGUOUS),
        config.withSequences(CONTIGUOUS));
  }

  @Test
  void refusesWhatIsNotPositive() {
    TrainingConfig config = FilteredJoint.config(1);

    assertThrows(IllegalArgumentException.class, () -> config.withBatchSize(0));
    assertThrows(IllegalArgumentException.class, () -> config.withLearningRate(-0.1));
    assertThrows(IllegalArgumentException.class, () -> config.withLearningRate(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Device.Cpu(0));
  }

  private static Trajectory trajectory(int timeSteps) {
    return RandomTrajectory.of("t", timeSteps, 1, 0, 1);
  }
}
