package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.lstm.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingConfigTest {

  private static final History.Stream STREAM = new History.Stream(100, 25);

  /** 2,400 samples are 32 sequences of 75 scored steps, one batch. */
  @ParameterizedTest(name = "{0} samples: {1} epochs")
  @CsvSource({"1, 1000", "2400, 1000", "4800, 500", "7200, 334", "720000, 4", "1000000, 3"})
  void suggestsAThousandUpdatesAndThreeEpochsAtLeast(int samples, int epochs) {
    TrainingConfig suggested = TrainingConfig.suggested(STREAM, List.of(trajectory(samples)));

    assertEquals(epochs, suggested.epochs());
    assertEquals((epochs + 1) / 2, suggested.patience());
    assertEquals(32, suggested.batchSize());
  }

  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {1, 100_000})
  void suggestsThePapersSettingsForWindows(int samples) {
    TrainingConfig suggested =
        TrainingConfig.suggested(new History.Window(10), List.of(trajectory(samples)));

    assertEquals(100, suggested.epochs());
    assertEquals(128, suggested.batchSize());
  }

  @Test
  void changesOneSettingAtATime() {
    var config = new TrainingConfig(1, 2, 3, 4, 5, 6, 7, Engine.BLOCK);

    assertEquals(new TrainingConfig(9, 2, 3, 4, 5, 6, 7, Engine.BLOCK), config.withEpochs(9));
    assertEquals(new TrainingConfig(1, 9, 3, 4, 5, 6, 7, Engine.BLOCK), config.withBatchSize(9));
    assertEquals(new TrainingConfig(1, 2, 9, 4, 5, 6, 7, Engine.BLOCK), config.withLearningRate(9));
    assertEquals(
        new TrainingConfig(1, 2, 3, 9, 5, 6, 7, Engine.BLOCK), config.withInitialAccumulator(9));
    assertEquals(new TrainingConfig(1, 2, 3, 4, 9, 6, 7, Engine.BLOCK), config.withPatience(9));
    assertEquals(new TrainingConfig(1, 2, 3, 4, 5, 9, 7, Engine.BLOCK), config.withThreads(9));
    assertEquals(new TrainingConfig(1, 2, 3, 4, 5, 6, 9, Engine.BLOCK), config.withSeed(9));
    assertEquals(
        new TrainingConfig(1, 2, 3, 4, 5, 6, 7, Engine.COMPILED),
        config.withEngine(Engine.COMPILED));
  }

  @Test
  void refusesWhatIsNotPositive() {
    var config = new TrainingConfig(1, 1, 1, 1, 1, 1, 1, Engine.BLOCK);

    assertThrows(IllegalArgumentException.class, () -> config.withEpochs(0));
    assertThrows(IllegalArgumentException.class, () -> config.withBatchSize(0));
    assertThrows(IllegalArgumentException.class, () -> config.withLearningRate(-0.1));
    assertThrows(IllegalArgumentException.class, () -> config.withLearningRate(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> config.withInitialAccumulator(0));
    assertThrows(IllegalArgumentException.class, () -> config.withPatience(0));
    assertThrows(IllegalArgumentException.class, () -> config.withThreads(0));
  }

  private static Trajectory trajectory(int timeSteps) {
    return RandomTrajectory.of("t", timeSteps, 1, 0, 1);
  }
}
