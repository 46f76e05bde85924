package lindyn.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;
import lindyn.data.Standardizer;
import lindyn.lstm.Adagrad;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainingSession;

/**
 * Time steps per second of the training step: forward, backward and Adagrad, without compilation.
 *
 * <p>The work is that of the paper: 15 inputs, 5 joints, 2 layers of 10 hidden units, batch 128,
 * here on sequences of 64 steps. Expect at least 1 million per second on one core, and the sigmoid
 * cell as fast as the tanh cell.
 */
public final class TrainingThroughput {

  private static final int JOINTS = 5;
  private static final int SAMPLES = 20_000;
  private static final int BATCH = 128;
  private static final int TIME_STEPS = 64;
  private static final int ROUNDS = 7;
  private static final int UPDATES_PER_ROUND = 60;

  private TrainingThroughput() {}

  /** Prints one line per cell; takes the number of threads as its only argument, 1 without. */
  public static void main(String[] arguments) {
    int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    SampleMatrix samples = samples();
    for (LstmConfig.Cell cell : LstmConfig.Cell.values()) {
      LstmConfig network =
          LstmConfig.RECOMMENDED
              .withCell(cell)
              .withLayers(2)
              .withHiddenUnits(10)
              .withBase(LstmConfig.Base.NONE)
              .withHistory(new History.Stream(TIME_STEPS, 0));
      double[] rates = measure(network, samples, threads);
      System.out.printf(
          Locale.ROOT,
          "%-7s 2x10 units, batch %d, T=%d, %d thread(s): median %.2f M time steps/s"
              + " (min %.2f, max %.2f)%n",
          cell.name().toLowerCase(Locale.ROOT),
          BATCH,
          TIME_STEPS,
          threads,
          rates[ROUNDS / 2] / 1e6,
          rates[0] / 1e6,
          rates[ROUNDS - 1] / 1e6);
    }
  }

  /** Returns the sorted rates of all rounds, in time steps per second. */
  private static double[] measure(LstmConfig network, SampleMatrix samples, int threads) {
    var settings = new TrainingSession.Settings(new Adagrad(0.1, 0.1), BATCH, threads, 1);
    var random = new SplittableRandom(1);
    try (var session = new TrainingSession(network, settings, samples, samples)) {
      double[] rates = new double[ROUNDS];
      for (int round = -1; round < ROUNDS; round++) { // round -1 compiles and warms up
        SequenceIndex order = SequenceIndex.shuffled(samples, network.history(), random);
        long begin = System.nanoTime();
        for (int update = 0; update < UPDATES_PER_ROUND; update++) {
          session.update(order.batch(update % (order.size() / BATCH) * BATCH, BATCH));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (round >= 0) {
          rates[round] = UPDATES_PER_ROUND * (double) BATCH * TIME_STEPS / seconds;
        }
      }
      Arrays.sort(rates);
      return rates;
    }
  }

  private static SampleMatrix samples() {
    JointSeries q = waves(0);
    JointSeries qd = waves(1);
    JointSeries qdd = waves(2);
    JointSeries none = JointSeries.of(new float[0], SAMPLES, 0);
    var motion = new Motion("waves", SampleTimes.every(0.01, SAMPLES), q, qd, qdd, none);
    var trajectory = new Trajectory(motion, waves(3));
    return SampleMatrix.of(
        List.of(trajectory),
        Standardizer.zScore(List.of(motion.inputSeries())),
        Standardizer.zScore(List.of(trajectory.tau())));
  }

  private static JointSeries waves(int phase) {
    float[] values = new float[SAMPLES * JOINTS];
    for (int t = 0; t < SAMPLES; t++) {
      for (int joint = 0; joint < JOINTS; joint++) {
        values[t * JOINTS + joint] = (float) Math.sin(0.01 * t * (1 + 0.37 * joint) + phase);
      }
    }
    return JointSeries.of(values, SAMPLES, JOINTS);
  }
}
