package lindyn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.LogData;
import lindyn.eval.Evaluation;
import lindyn.examples.waves.SyntheticWave;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import org.junit.jupiter.api.Test;

class DrawnWindowsTest {

  private static final LogData WAVES = SyntheticWave.LOW_NOISE.withSamples(500).logData(3, 1);
  private static final List<Trajectory> TRAIN = WAVES.trajectories().subList(0, 2);
  private static final List<Trajectory> TEST = WAVES.trajectories().subList(2, 3);

  @Test
  void drawsDifferentSamples() {
    List<Trajectory> samples = DrawnWindows.of(TRAIN, 300, new SplittableRandom(1)).samples();

    assertEquals(300, samples.size());
    assertEquals(300, new HashSet<>(samples).size());
    assertTrue(samples.stream().allMatch(sample -> sample.timeSteps() == 1));
  }

  @Test
  void learnsFromThemAlike() {
    LstmConfig network =
        LstmConfig.RECOMMENDED
            .withBase(LstmConfig.Base.NONE)
            .withHiddenUnits(8)
            .withHistory(new History.Window(5));

    TrainedLstm model = trained(network);

    double nmse = Evaluation.errors(model, TEST, Evaluation.torqueVariances(TEST)).nmse();
    assertTrue(nmse < 0.2, "nMSE " + nmse); // predicting the mean gives 1
    assertEquals(model.weights(), trained(network).weights());
  }

  private static TrainedLstm trained(LstmConfig network) {
    return DrawnWindows.of(TRAIN, 300, new SplittableRandom(1))
        .train(WAVES.signals(), network, Optional.empty(), 1);
  }
}
