package lindyn.bench.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.Trajectory;
import lindyn.data.DrawnSamples;
import lindyn.data.LogData;
import lindyn.examples.waves.SyntheticWave;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import org.junit.jupiter.api.Test;

class DrawnWindowsTest {

  private static final LogData WAVES = SyntheticWave.LOW_NOISE.withSamples(500).logData(3, 1);
  private static final List<Trajectory> TRAIN = WAVES.trajectories().subList(0, 2);
  private static final List<Trajectory> TEST = WAVES.trajectories().subList(2, 3);
  private static final LstmConfig NETWORK = new Learners(5).network().network().withHiddenUnits(8);

  private static Lesson lesson(int samples) {
    return new Lesson(WAVES, DrawnSamples.random(TRAIN, samples, new SplittableRandom(1)));
  }

  private static TrainedLstm trained(Lesson lesson, WindowTraining training) {
    return new DrawnWindows(lesson, NETWORK, training, 1).train();
  }

  @Test
  void learnsFromThemAlike() {
    TrainedLstm model = trained(lesson(300), WindowTraining.PAPER);

    double nmse = Scores.of(model, TEST, lesson(300)).nmse();
    assertTrue(nmse < 0.2, "nMSE " + nmse); // predicting the mean gives 1
    assertEquals(model.weights(), trained(lesson(300), WindowTraining.PAPER).weights());
  }

  @Test
  void fewerWindowsThanABatchAreLearnedFromToo() {
    TrainedLstm model = trained(lesson(60), WindowTraining.PAPER);

    double nmse = Scores.of(model, TEST, lesson(60)).nmse();
    assertTrue(nmse < 0.5, "nMSE " + nmse); // predicting the mean gives 1
  }

  @Test
  void batchesGoOnOverTheEndOfAnEpoch() {
    // 3 epochs of 100 windows are 4 batches of 64, and 8 of 32: the rest of 44 or 12 is left
    WindowTraining threeEpochs = WindowTraining.PAPER.withEpochs(3).withBatchSize(64);
    WindowTraining twoEpochs = threeEpochs.withEpochs(2);

    assertNotEquals(
        trained(lesson(100), threeEpochs).weights(), trained(lesson(100), twoEpochs).weights());
  }

  /** Windows reach back to the inputs of other samples, but no torque of them may matter. */
  @Test
  void learnsFromNoOtherTorque() {
    DrawnSamples first = DrawnSamples.of(TRAIN, IntStream.range(0, 128).toArray());
    List<Trajectory> changed = List.of(TRAIN.get(0), TEST.get(0));
    WindowTraining brief = WindowTraining.PAPER.withEpochs(2);

    assertEquals(
        trained(new Lesson(WAVES, first), brief).weights(),
        trained(new Lesson(WAVES, first.in(changed)), brief).weights());
  }

  @Test
  void sequencesAreRefused() {
    var sequences = new DrawnWindows(lesson(60), LstmConfig.RECOMMENDED, WindowTraining.PAPER, 1);

    assertThrows(IllegalArgumentException.class, sequences::train);
  }
}
