package lindyn.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import lindyn.data.History;
import lindyn.lstm.BatchStepPredictor;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.StepPredictor;
import lindyn.lstm.TrainedLstm;

/**
 * Microseconds from a sample to its torques, one by one, for a robot of 7 joints: what a control
 * loop waits for. Each step is timed by two readings of the clock; what these cost is printed and
 * not subtracted. Steps of a batch are divided by its robots. Expect at most 2 µs at the median and
 * 5 µs at the 99th percentile for 2x10 units on a stream without base, and less per robot of a
 * batch. The percentiles far out show the machine's interruptions.
 */
public final class StepLatency {

  private static final int JOINTS = 7;
  private static final int SAMPLES = 64;
  private static final int[] BATCHES = {8, 64};

  private StepLatency() {}

  /** Prints one line per network and number of robots; takes the number of steps, or 200,000. */
  public static void main(String[] arguments) {
    int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    System.out.println("µs per robot and step, 7 joints");
    System.out.printf("%-28s%8s%10s%10s%10s%n", "network", "robots", "p50", "p99", "p99.9");
    measure("nothing: the clock", 1, steps, sample -> {});
    networks().forEach((name, config) -> measure(name, config, steps));
  }

  private static Map<String, LstmConfig> networks() {
    LstmConfig small =
        LstmConfig.RECOMMENDED.withLayers(2).withHiddenUnits(10).withBase(LstmConfig.Base.NONE);
    Map<String, LstmConfig> networks = new LinkedHashMap<>();
    networks.put("2x10 tanh, stream", small);
    networks.put("2x10 sigmoid, stream", small.withCell(LstmConfig.Cell.SIGMOID));
    networks.put("2x10 paper, window 10", LstmConfig.PAPER.withHistory(new History.Window(10)));
    networks.put("1x32 recommended, base", LstmConfig.RECOMMENDED);
    return networks;
  }

  private static void measure(String name, LstmConfig config, int steps) {
    TrainedLstm model = new RandomNetwork(JOINTS).model(config);
    var one = new StepPredictor(model);
    float[] tau = new float[JOINTS];
    measure(name, 1, steps, sample -> one.step(sample, tau));
    for (int robots : BATCHES) {
      var batch = new BatchStepPredictor(model, robots);
      float[] taus = new float[robots * JOINTS];
      measure(name, robots, steps / robots, samples -> batch.step(samples, taus));
    }
  }

  private static void measure(String name, int robots, int steps, Step step) {
    float[][] samples = samples(robots);
    run(samples, new long[steps], step); // compiles
    long[] nanoseconds = new long[steps];
    run(samples, nanoseconds, step);
    Arrays.sort(nanoseconds);
    System.out.printf(
        Locale.ROOT,
        "%-28s%8d%10.2f%10.2f%10.2f%n",
        name,
        robots,
        percentile(nanoseconds, 0.5) / robots,
        percentile(nanoseconds, 0.99) / robots,
        percentile(nanoseconds, 0.999) / robots);
  }

  private static void run(float[][] samples, long[] nanoseconds, Step step) {
    for (int i = 0; i < nanoseconds.length; i++) {
      float[] sample = samples[i % samples.length];
      long begin = System.nanoTime();
      step.take(sample);
      nanoseconds[i] = System.nanoTime() - begin;
    }
  }

  /** Returns a percentile of sorted times, in µs. */
  private static double percentile(long[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))] / 1e3;
  }

  private static float[][] samples(int robots) {
    var random = new SplittableRandom(2);
    float[][] samples = new float[SAMPLES][robots * 3 * JOINTS];
    for (float[] sample : samples) {
      for (int i = 0; i < sample.length; i++) {
        sample[i] = (float) random.nextDouble(-2, 2);
      }
    }
    return samples;
  }

  /** One step of one or more robots. */
  @FunctionalInterface
  private interface Step {
    void take(float[] samples);
  }
}
