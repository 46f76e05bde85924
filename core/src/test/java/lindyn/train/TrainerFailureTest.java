package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.SequenceOrder;
import lindyn.data.Split;
import lindyn.lstm.LstmConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerFailureTest {

  private static final LstmConfig STREAM =
      LstmConfig.RECOMMENDED.withHiddenUnits(8).withHistory(new History.Stream(30, 10));
  private static final LstmConfig PAPER =
      LstmConfig.PAPER.withHiddenUnits(6).withHistory(new History.Window(8));
  private static final TrainingConfig SHORT = FilteredJoint.config(4);
  private static final Split SPLIT = FilteredJoint.split(300);

  @Test
  void stopsWithAMessageWhenTheLossIsNotFinite() {
    TrainingConfig diverging = SHORT.withLearningRate(1e30);

    var thrown =
        assertThrows(
            NonFiniteLossException.class, () -> FilteredJoint.train(STREAM, diverging, SPLIT));

    assertEquals(
        "the loss became Infinity in epoch 1, update 2, at learning rate 1.0E30: training diverged;"
            + " try a learning rate of 1.0E+29, and look for outliers in the log",
        thrown.getMessage());
  }

  @Test
  void stopsWithAMessageWhenTheValidationLossIsNotFinite() {
    UnaryOperator<Trajectory> withOutlier =
        t -> new Trajectory(t.motion(), outliers(t.timeSteps()));
    List<Trajectory> outliers = SPLIT.validation().stream().map(withOutlier).toList();
    var split = new Split(SPLIT.train(), outliers, SPLIT.test(), List.of());

    var thrown =
        assertThrows(NonFiniteLossException.class, () -> FilteredJoint.train(STREAM, SHORT, split));

    assertEquals(
        "the validation loss is Infinity before training; look for outliers in the validation"
            + " trajectories",
        thrown.getMessage());
  }

  @Test
  void stopsWithAMessageWhenTheOnlyUpdateDiverges() {
    TrainingConfig oneUpdate =
        SHORT
            .withBatchSize(1000)
            .withLimits(new Limits(1, 4, Limits.NO_TIME_LIMIT))
            .withLearningRate(1e30);

    var thrown =
        assertThrows(
            NonFiniteLossException.class, () -> FilteredJoint.train(STREAM, oneUpdate, SPLIT));

    assertEquals(
        "the validation loss became Infinity in epoch 1 at learning rate 1.0E30: training diverged;"
            + " try a learning rate of 1.0E+29",
        thrown.getMessage());
  }

  @Test
  void refusesWindowsThatGoOnFromEachOther() {
    TrainingConfig contiguous = SHORT.withSequences(SequenceOrder.CONTIGUOUS);

    assertThrows(IllegalArgumentException.class, () -> new Trainer(PAPER, contiguous));
  }

  static Stream<LstmConfig> networks() {
    return Stream.of(STREAM, PAPER);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void refusesTrajectoriesShorterThanTheHistory(LstmConfig network) {
    int needed = network.history().timeSteps();
    Split split = FilteredJoint.split(needed - 1);

    var thrown =
        assertThrows(InputException.class, () -> FilteredJoint.train(network, SHORT, split));

    String name = network.equals(PAPER) ? "window" : "sequence";
    assertEquals(
        String.format(
            "the longest training trajectory has %d samples, fewer than the %s of %d time steps;"
                + " record longer trajectories or choose a shorter %s",
            needed - 1, name, needed, name),
        thrown.getMessage());
  }

  private static JointSeries outliers(int timeSteps) {
    float[] rows = new float[timeSteps];
    Arrays.fill(rows, 3e38f);
    return JointSeries.of(rows, timeSteps, 1);
  }
}
