package lindyn.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.InverseDynamicsModel;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.eval.Evaluation;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;

/**
 * What memory is worth on the simulated arm: an LSTM trained on 1600 windows that are drawn at
 * random, tested on whole trials, against the same LSTM without order and without memory (Rueckert
 * et al. 2017, fig. 5, with the control that the paper lacks).
 *
 * <p>Expect an nMSE of at most .020 with memory, and clearly more for permuted rows and for T = 1:
 * the torque sensor's lag, friction and the moving liquid depend on what happened before.
 */
public final class MemoryEffect {

  private static final int WINDOWS = 1600;
  private static final int TIME_STEPS = 20;
  private static final long DATA_SEED = 1;

  private MemoryEffect() {}

  /**
   * Prints one line per model and seed; takes the number of seeds as its only argument, 5 without.
   */
  public static void main(String[] arguments) {
    int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    LogData log = ArmData.of(ArmSetup.DEFAULT, DATA_SEED, ArmData.PAPER_TRIALS).logData();
    System.out.printf(
        "test nMSE, %d windows of %d steps, seeds 1..%d%n", WINDOWS, TIME_STEPS, seeds);
    for (Variant variant : Variant.values()) {
      double[] errors =
          IntStream.rangeClosed(1, seeds).mapToDouble(seed -> variant.error(log, seed)).toArray();
      System.out.printf(
          Locale.ROOT,
          "%-40s median %.4f  of %s%n",
          variant.title,
          Arrays.stream(errors).sorted().toArray()[seeds / 2],
          Arrays.stream(errors)
              .mapToObj(error -> String.format(Locale.ROOT, "%.4f", error))
              .toList());
    }
  }

  private enum Variant {
    SEQUENTIAL("LSTM", TIME_STEPS, LstmConfig.Base.NONE),
    PERMUTED("LSTM, rows permuted", TIME_STEPS, LstmConfig.Base.NONE),
    MEMORYLESS("LSTM, T = 1", 1, LstmConfig.Base.NONE),
    BASE("rigid-body base alone", 1, LstmConfig.Base.RIGID_BODY),
    BASE_SEQUENTIAL("LSTM on the base", TIME_STEPS, LstmConfig.Base.RIGID_BODY),
    BASE_PERMUTED("LSTM on the base, rows permuted", TIME_STEPS, LstmConfig.Base.RIGID_BODY),
    BASE_MEMORYLESS("LSTM on the base, T = 1", 1, LstmConfig.Base.RIGID_BODY);

    private final String title;
    private final LstmConfig network;

    Variant(String title, int timeSteps, LstmConfig.Base base) {
      this.title = title;
      network = LstmConfig.RECOMMENDED.withBase(base).withHistory(new History.Window(timeSteps));
    }

    private boolean isPermuted() {
      return this == PERMUTED || this == BASE_PERMUTED;
    }

    double error(LogData log, long seed) {
      Split split = Split.random(log.trajectories(), 0.1, 0.2, seed);
      var random = new SplittableRandom(seed);
      List<Trajectory> train = ordered(split.train(), random);
      List<Trajectory> test = ordered(split.test(), random);
      var windows = DrawnWindows.of(train, WINDOWS, random.split());
      Optional<RigidBodyModel> base =
          network.base() == LstmConfig.Base.NONE
              ? Optional.empty()
              : Optional.of(RigidBodyModel.fit(log.signals(), windows.samples()));
      InverseDynamicsModel model =
          this == BASE ? base.orElseThrow() : windows.train(log.signals(), network, base, seed);
      return Evaluation.errors(model, test, Evaluation.torqueVariances(test)).nmse();
    }

    private List<Trajectory> ordered(List<Trajectory> trajectories, SplittableRandom random) {
      return isPermuted() ? PermutedRows.of(trajectories, random) : new ArrayList<>(trajectories);
    }
  }
}
