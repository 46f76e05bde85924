package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lindyn.data.History;
import lindyn.data.SequenceOrder;
import lindyn.data.Split;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Adam;
import lindyn.lstm.graph.UpdateRule;
import lindyn.train.TrainingResult.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that is interrupted and goes on gives the bits of one that is not. */
class ResumeTest {

  private static final LstmConfig NETWORK =
      LstmConfig.RECOMMENDED.withHiddenUnits(4).withHistory(new History.Stream(12, 4));

  /** 4 trajectories of 100 samples are 52 sequences of 8 scored steps: 3 batches of 16. */
  private static final Split SPLIT = FilteredJoint.split(100);

  private static final int UPDATES = 3;

  private static final TrainingConfig ADAGRAD = FilteredJoint.config(4);
  private static final TrainingConfig ADAM =
      ADAGRAD
          .withUpdateRule(new UpdateRule(new Adam(0.02), 0.5, 0.01))
          .withSchedule(new Schedule.Cosine());

  /** 36 pieces of 12 steps are 3 batches of 16 too. */
  private static final TrainingConfig CONTIGUOUS = ADAGRAD.withSequences(SequenceOrder.CONTIGUOUS);

  private static final Map<TrainingConfig, End> UNINTERRUPTED = new HashMap<>();

  @TempDir Path folder;

  /** Remembers the last state, and passes all on to another keeper. */
  private static final class LastState implements RunKeeper {

    private final RunKeeper next;
    private Optional<Checkpoint> last = Optional.empty();

    LastState(RunKeeper next) {
      this.next = next;
    }

    @Override
    public Optional<Checkpoint> found() {
      return next.found();
    }

    @Override
    public void offer(Supplier<Checkpoint> state) {
      last = Optional.of(state.get());
      next.offer(state);
    }
  }

  /** A run's end: the last state, and what the trainer returned. */
  private record End(Checkpoint state, TrainingResult result) {

    static End of(TrainingConfig config, RunKeeper keeper) {
      var last = new LastState(keeper);
      TrainingResult result = train(config, TrainingListener.SILENT, last);
      return new End(last.last.orElseThrow(), result);
    }

    /** All but times. */
    List<Object> timeless() {
      return List.of(
          state.position().epoch(),
          state.position().updates(),
          state.session(),
          state.best(),
          timelessReports(state.reports()),
          result.model().weights(),
          timelessReports(result.epochs()),
          result.bestEpoch(),
          result.stop());
    }
  }

  private static List<EpochReport> timelessReports(List<EpochReport> reports) {
    return reports.stream()
        .map(
            r ->
                new EpochReport(
                    r.epoch(),
                    r.epochs(),
                    r.trainLoss(),
                    r.validationLoss(),
                    r.best(),
                    r.timeSteps(),
                    0))
        .toList();
  }

  private static TrainingResult train(
      TrainingConfig config, TrainingListener listener, RunKeeper keeper) {
    return new Trainer(NETWORK, config).train(FilteredJoint.log(SPLIT), SPLIT, listener, keeper);
  }

  private RunKeeper interruptedAtOffer(int offer) {
    var checkpoints = new Checkpoints(folder);
    int[] offers = {0};
    return new CheckpointKeeper(
        checkpoints,
        checkpoints.last(warning -> {}),
        Duration.ofDays(1),
        () -> ++offers[0] == offer);
  }

  private RunKeeper uninterrupted() {
    return interruptedAtOffer(0);
  }

  static Stream<Arguments> interruptions() {
    int firstEpoch = UPDATES + 1;
    return Stream.of(
        Arguments.of(ADAGRAD, 1),
        Arguments.of(ADAGRAD, firstEpoch + UPDATES),
        Arguments.of(ADAGRAD, 2 * firstEpoch),
        Arguments.of(ADAM, firstEpoch + 2),
        Arguments.of(CONTIGUOUS, 1),
        Arguments.of(CONTIGUOUS, firstEpoch + 2),
        Arguments.of(CONTIGUOUS, 2 * firstEpoch));
  }

  /** Offers come after each update and each epoch: inside one, at its last update, at its end. */
  @ParameterizedTest
  @MethodSource("interruptions")
  void givesTheSameBits(TrainingConfig config, int offer) {
    RunKeeper interrupted = interruptedAtOffer(offer);
    assertThrows(
        TrainingInterruptedException.class,
        () -> train(config, TrainingListener.SILENT, interrupted));

    End actual = End.of(config, uninterrupted());

    End expected = UNINTERRUPTED.computeIfAbsent(config, c -> End.of(c, RunKeeper.NONE));
    assertEquals(expected.timeless(), actual.timeless());
  }

  @Test
  void theListenerHearsOfTheEpochsBefore() {
    RunKeeper interrupted = interruptedAtOffer(2 * (UPDATES + 1) + 1);
    List<EpochReport> heard = new ArrayList<>();
    assertThrows(TrainingInterruptedException.class, () -> train(ADAGRAD, heard::add, interrupted));
    List<EpochReport> before = new ArrayList<>();
    List<EpochReport> after = new ArrayList<>();

    train(
        ADAGRAD,
        new TrainingListener() {
          @Override
          public void onStart(TrainingStart start) {
            before.addAll(start.done());
          }

          @Override
          public void onEpoch(EpochReport report) {
            after.add(report);
          }
        },
        uninterrupted());

    assertEquals(heard, before);
    assertEquals(List.of(3, 4), after.stream().map(EpochReport::epoch).toList());
    assertTrue(after.get(0).seconds() >= heard.get(1).seconds());
  }

  @Test
  void aFinishedRunEndsAtOnce() {
    var checkpoints = new Checkpoints(folder);
    var each = new CheckpointKeeper(checkpoints, Optional.empty(), Duration.ZERO, () -> false);
    End finished = End.of(ADAGRAD, each);

    TrainingResult again =
        train(
            ADAGRAD,
            report -> {
              throw new AssertionError("trained " + report);
            },
            uninterrupted());

    assertEquals(finished.result().model().weights(), again.model().weights());
    assertEquals(Stop.EPOCHS_DONE, again.stop());
  }

  @Test
  void aCheckpointOfAnotherOptimizerOrOrderIsRefused() {
    RunKeeper interrupted = interruptedAtOffer(1);
    assertThrows(
        TrainingInterruptedException.class,
        () -> train(ADAGRAD, TrainingListener.SILENT, interrupted));
    RunKeeper keeper = uninterrupted();

    assertThrows(
        IllegalArgumentException.class, () -> train(ADAM, TrainingListener.SILENT, keeper));
    assertThrows(
        IllegalArgumentException.class, () -> train(CONTIGUOUS, TrainingListener.SILENT, keeper));
  }

  @Test
  void timeEndsTrainingInsideAnEpoch() {
    var instant = ADAGRAD.withLimits(ADAGRAD.limits().withMinutes(1e-9));

    TrainingResult result = train(instant, TrainingListener.SILENT, RunKeeper.NONE);

    assertEquals(Stop.TIME_OVER, result.stop());
    assertEquals(1, result.epochs().size());
    assertEquals(16L * 12, result.last().timeSteps()); // one batch
  }

  @Test
  void divergenceLeavesTheLastGoodCheckpoint() {
    TrainingConfig diverging = ADAGRAD.withLearningRate(1e30);
    var checkpoints = new Checkpoints(folder);
    var each = new CheckpointKeeper(checkpoints, Optional.empty(), Duration.ZERO, () -> false);

    assertThrows(
        NonFiniteLossException.class, () -> train(diverging, TrainingListener.SILENT, each));

    Checkpoint last = checkpoints.last(warning -> {}).orElseThrow();
    assertTrue(last.session().isFinite());
  }
}
