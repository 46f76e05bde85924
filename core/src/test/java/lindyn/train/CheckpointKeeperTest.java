package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.graph.SessionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointKeeperTest {

  private static final LstmWeights WEIGHTS =
      LstmWeights.ofMatrices(
          new LstmShape(1, List.of(1), 1, false),
          List.of(FloatMatrix.of(2, 4, new float[8]), FloatMatrix.of(1, 4, new float[4])));

  private static final Checkpoint STATE =
      new Checkpoint(
          new Checkpoint.Position(3, 7, 0.5, 1),
          new SessionState(9, WEIGHTS, List.of(WEIGHTS), Optional.empty()),
          new Checkpoint.Best(0, 1, WEIGHTS),
          List.of());

  @TempDir Path parent;

  private CheckpointKeeper keeper(Duration interval, boolean isInterrupted) {
    return new CheckpointKeeper(
        new Checkpoints(folder()), Optional.empty(), interval, () -> isInterrupted);
  }

  private Path folder() {
    return parent.resolve("checkpoints");
  }

  private Optional<Checkpoint> last() {
    return new Checkpoints(folder()).last(warning -> {});
  }

  @Test
  void savesWhenTheIntervalIsOver() {
    keeper(Duration.ZERO, false).offer(() -> STATE);

    assertEquals(Optional.of(STATE), last());
  }

  @Test
  void copiesNoStateBeforeThat() {
    keeper(Duration.ofDays(1), false)
        .offer(
            () -> {
              throw new AssertionError("copied");
            });

    assertFalse(Files.exists(folder()));
  }

  @Test
  void anInterruptionSavesAndEndsTheRun() {
    CheckpointKeeper keeper = keeper(Duration.ofDays(1), true);

    var interruption =
        assertThrows(TrainingInterruptedException.class, () -> keeper.offer(() -> STATE));

    assertEquals(
        "interrupted in epoch 3 after 7 of its updates; all is saved", interruption.getMessage());
    assertEquals(Optional.of(STATE), last());
  }
}
