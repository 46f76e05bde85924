package lindyn.bench;

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
import lindyn.examples.arm.SensorVariant;
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

  /** Prints one line per model; takes the number of seeds (5) and the sensors (LAG_30_30). */
  public static void main(String[] arguments) {
    int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    var sensors = SensorVariant.valueOf(arguments.length > 1 ? arguments[1] : "LAG_30_30");
    ArmSetup setup = ArmSetup.DEFAULT.withSensors(sensors.model());
    LogData log = ArmData.of(setup, DATA_SEED, ArmData.PAPER_TRIALS).logData();
    System.out.printf(
        "test nMSE, %s, %d windows of %d steps, seeds 1..%d%n",
        sensors, WINDOWS, TIME_STEPS, seeds);
    for (Variant variant : variants()) {
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

  private static List<Variant> variants() {
    LstmConfig alone = LstmConfig.RECOMMENDED.withBase(LstmConfig.Base.NONE);
    LstmConfig onBase = LstmConfig.RECOMMENDED.withBase(LstmConfig.Base.RIGID_BODY);
    return List.of(
        new Variant("LSTM", alone, TIME_STEPS, Rows.IN_ORDER),
        new Variant("LSTM, rows permuted", alone, TIME_STEPS, Rows.PERMUTED),
        new Variant("LSTM, T = 1", alone, 1, Rows.IN_ORDER),
        new Variant("LSTM on the rigid-body base", onBase, TIME_STEPS, Rows.IN_ORDER),
        new Variant("LSTM on the base, rows permuted", onBase, TIME_STEPS, Rows.PERMUTED),
        new Variant("LSTM on the base, T = 1", onBase, 1, Rows.IN_ORDER));
  }

  private enum Rows {
    IN_ORDER,
    PERMUTED
  }

  private record Variant(String title, LstmConfig recommended, int timeSteps, Rows rows) {

    double error(LogData log, long seed) {
      LstmConfig network = recommended.withHistory(new History.Window(timeSteps));
      Split split = Split.random(log.trajectories(), 0.1, 0.2, seed);
      var random = new SplittableRandom(seed);
      List<Trajectory> train = ordered(split.train(), random);
      List<Trajectory> test = ordered(split.test(), random);
      var windows = DrawnWindows.of(train, WINDOWS, random.split());
      Optional<RigidBodyModel> base =
          network.base() == LstmConfig.Base.NONE
              ? Optional.empty()
              : Optional.of(RigidBodyModel.fit(log.signals(), windows.samples()));
      InverseDynamicsModel model = windows.train(log.signals(), network, base, seed);
      return Evaluation.errors(model, test, Evaluation.torqueVariances(train)).nmse();
    }

    private List<Trajectory> ordered(List<Trajectory> trajectories, SplittableRandom random) {
      return switch (rows) {
        case IN_ORDER -> trajectories;
        case PERMUTED -> PermutedRows.of(trajectories, random);
      };
    }
  }
}
