package lindyn.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceIndex;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.TrainingSession;
import lindyn.lstm.graph.UpdateRule;

/**
 * Time steps per second of one training step in a process of its own, by the clock and by the
 * processor time that was spent: the latter tells more on a busy machine.
 *
 * <p>It sees little of Lindyn, so that {@code bench/revisions.sh} can run it on older revisions.
 */
public final class StepTime {

  private static final int ROUNDS = 9;
  private static final double ROUND = 0.4;

  private StepTime() {}

  /** Takes cell, units of both layers, batch, time steps and threads. */
  public static void main(String[] arguments) {
    var cell = LstmConfig.Cell.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    int units = Integer.parseInt(arguments[1]);
    int batch = Integer.parseInt(arguments[2]);
    int timeSteps = Integer.parseInt(arguments[3]);
    int threads = Integer.parseInt(arguments[4]);
    LstmConfig network =
        LstmConfig.RECOMMENDED
            .withCell(cell)
            .withLayers(2)
            .withHiddenUnits(units)
            .withBase(LstmConfig.Base.NONE)
            .withHistory(new History.Stream(timeSteps, 0));
    SampleMatrix samples = Waves.samples(2 * batch * timeSteps);
    SequenceIndex order =
        SequenceIndex.shuffled(samples, network.history(), new SplittableRandom(1));
    List<List<Sequence>> batches =
        List.of(order.subList(0, batch), order.subList(batch, 2 * batch));
    var settings =
        new TrainingSession.Settings(new UpdateRule(new Adagrad(0.1, 0.1)), batch, threads, 1);
    long begin = System.nanoTime();
    try (var session = new TrainingSession(network, settings, samples, samples)) {
      session.update(batches.get(0));
      double first = (System.nanoTime() - begin) / 1e9;
      double[][] rates = rates(session, batches, (double) batch * timeSteps);
      System.out.printf(
          Locale.ROOT,
          "%s: %.0f thousand time steps/s of processor time, %.0f by the clock;"
              + " %.1f s to the first step%n",
          String.join(" ", arguments),
          rates[0][ROUNDS / 2] / 1e3,
          rates[1][ROUNDS / 2] / 1e3,
          first);
    }
  }

  /** Returns the sorted rates of all rounds, by processor time and by the clock. */
  private static double[][] rates(
      TrainingSession session, List<List<Sequence>> batches, double timeSteps) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    update(session, batches, 20);
    double one = seconds(() -> update(session, batches, 3)) / 3;
    int updates = (int) Math.max(1, ROUND / one);
    double[][] rates = new double[2][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long processor = system.getProcessCpuTime();
      double clock = seconds(() -> update(session, batches, updates));
      rates[0][round] = updates * timeSteps / ((system.getProcessCpuTime() - processor) / 1e9);
      rates[1][round] = updates * timeSteps / clock;
    }
    Arrays.sort(rates[0]);
    Arrays.sort(rates[1]);
    return rates;
  }

  private static double seconds(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void update(TrainingSession session, List<List<Sequence>> batches, int count) {
    for (int update = 0; update < count; update++) {
      session.update(batches.get(update % batches.size()));
    }
  }
}
