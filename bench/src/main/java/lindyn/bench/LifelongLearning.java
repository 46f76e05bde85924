package lindyn.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Rehearsal;
import lindyn.data.Split;
import lindyn.eval.Evaluation;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.examples.arm.TrialDraw;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.online.OnlineConfig;
import lindyn.online.OnlineLearner;
import lindyn.train.Continuation;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingListener;

/**
 * What a model of an arm that pushes 200 and 300 ml of liquid knows of them after it has learned
 * 400 ml too, with and without rehearsal, from a log and online. The fill is not an input.
 */
public final class LifelongLearning {

  private static final int KEPT_SAMPLES = 20_000;
  private static final int TRIALS_PER_FILL = 92;
  private static final int TEST_TRIALS = 24;
  private static final List<Double> OLD_FILLS = List.of(0.2, 0.3);
  private static final List<Double> NEW_FILLS = List.of(0.4);
  private static final long TEST_SEED = 1000;

  private final LogData oldLog;
  private final LogData newLog;
  private final List<List<Trajectory>> tests;
  private final long seed;

  private LifelongLearning(long seed) {
    this.seed = seed;
    oldLog = log(OLD_FILLS, seed, 2 * TRIALS_PER_FILL);
    newLog = log(NEW_FILLS, seed, TRIALS_PER_FILL);
    tests =
        TrialDraw.FILLS.stream()
            .map(fill -> log(List.of(fill), TEST_SEED + seed, TEST_TRIALS).trajectories())
            .toList();
  }

  /** Prints a table of test errors; takes the number of seeds (3). */
  public static void main(String[] arguments) {
    int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    System.out.printf("%-5s%-52s%9s%9s%9s%n", "seed", "nMSE", "200 ml", "300 ml", "400 ml");
    for (int seed = 1; seed <= seeds; seed++) {
      new LifelongLearning(seed).run();
    }
  }

  private static LogData log(List<Double> fills, long seed, int trials) {
    var draw = new TrialDraw(seed, fills, ArmSetup.DEFAULT.joints());
    return new ArmData(ArmSetup.DEFAULT, draw, trials).logData();
  }

  private void run() {
    Split old = split(oldLog);
    LstmConfig network = LstmConfig.RECOMMENDED;
    TrainedLstm begun = trained(config -> new Trainer(network, config), network, oldLog, old);
    print("trained on 200 and 300 ml", begun);
    Rehearsal kept = Rehearsal.NONE.plus(old, network.history(), KEPT_SAMPLES, seed);
    var rehearsing = new Continuation(begun, kept, Continuation.EVEN_SHARE);
    print("then 400 ml, rehearsing (--continue)", continued(rehearsing));
    print("then 400 ml, without rehearsal", continued(new Continuation(begun, kept, 0)));
    print("then 400 ml online, in one pass", online(rehearsing));
    LogData all = log(TrialDraw.FILLS, seed, 3 * TRIALS_PER_FILL);
    print(
        "trained on all three from the start",
        trained(config -> new Trainer(network, config), network, all, split(all)));
  }

  private Split split(LogData log) {
    return Split.random(log.trajectories(), 0.15, 0.15, seed);
  }

  private TrainedLstm continued(Continuation continuation) {
    return trained(
        config -> new Trainer(continuation, config),
        continuation.model().config(),
        newLog,
        split(newLog));
  }

  private TrainedLstm trained(
      Function<TrainingConfig, Trainer> trainer, LstmConfig network, LogData log, Split split) {
    TrainingConfig config =
        TrainingConfig.suggested(network.history(), split.train()).withSeed(seed);
    return trainer.apply(config).train(log, split, TrainingListener.SILENT).model();
  }

  private TrainedLstm online(Continuation begin) {
    try (var learner = new OnlineLearner(begin, OnlineConfig.DEFAULT.withSeed(seed))) {
      float[] input = new float[begin.model().signals().inputs()];
      float[] tau = new float[begin.model().signals().joints()];
      for (Trajectory trial : split(newLog).train()) {
        learner.beginMotion();
        for (int t = 0; t < trial.timeSteps(); t++) {
          trial.motion().copyInputs(t, input, 0);
          trial.tau().copyRow(t, tau, 0);
          learner.pushWaiting(input, tau); // faster than any robot
        }
      }
      learner.finish();
      return learner.model();
    }
  }

  private void print(String title, TrainedLstm model) {
    System.out.printf("%-5d%-52s", seed, title);
    for (List<Trajectory> test : tests) {
      double nmse =
          Evaluation.errors(model, test, Evaluation.torqueVariances(oldLog.trajectories())).nmse();
      System.out.printf(Locale.ROOT, "%9.4f", nmse);
    }
    System.out.println();
  }
}
