package lindyn.bench.paper;

import java.util.List;

/**
 * How much is done.
 *
 * @param name what the report calls it
 * @param repeats of comparisons at one number of samples: table I, figs 5 and 8
 * @param curveRepeats of every point of a curve: figs 2 and 6
 * @param timeRepeats of every time: table II, fig. 7
 * @param orderSamples numbers of samples of fig. 5
 * @param curveSamples numbers of samples of fig. 6
 * @param sweepSamples number of samples of fig. 2
 * @param timeSamples numbers of samples of table II and fig. 7
 * @param insetSamples numbers of samples of the inset of fig. 7
 * @param processSamples most samples of an exact Gaussian process in fig. 6
 * @param processSeconds expected time, in s of all cores, that exact processes of one number of
 *     samples may take together: it limits their repeats
 */
public record Plan(
    String name,
    int repeats,
    int curveRepeats,
    int timeRepeats,
    List<Integer> orderSamples,
    List<Integer> curveSamples,
    int sweepSamples,
    List<Integer> timeSamples,
    List<Integer> insetSamples,
    int processSamples,
    double processSeconds) {

  /**
   * Most samples of an exact Gaussian process that is timed: more need more memory than most have.
   */
  private static final int TIMED_PROCESS_SAMPLES = 10_000;

  /** Samples of the paper's comparison of torques. */
  static final int PAPER_SAMPLES = 1000;

  private static final List<Integer> CURVE =
      List.of(100, 200, 300, 500, 800, 1000, 1600, 2000, 5000, 10_000);
  private static final List<Integer> TIMES = List.of(1000, 10_000, 50_000, 100_000, 112_761);
  private static final List<Integer> INSET = List.of(50, 100, 200, 400, 700, 1148);

  /** All figures, with next to no repeats: to see that it works. */
  public static final Plan QUICK =
      new Plan(
          "quick",
          2,
          1,
          1,
          List.of(1000),
          List.of(100, 300, 1000, 2000),
          1000,
          List.of(1000, 10_000),
          List.of(50, 400, 1148),
          2000,
          10);

  /** What can be done in about an hour on two cores. */
  public static final Plan DEFAULT =
      new Plan("default", 12, 4, 2, List.of(1000, 2000), CURVE, 10_000, TIMES, INSET, 5000, 120);

  /** The paper's repeats. */
  public static final Plan FULL =
      new Plan(
          "full",
          20,
          10,
          10,
          List.of(1000, 2000),
          CURVE,
          10_000,
          TIMES,
          INSET,
          10_000,
          Double.POSITIVE_INFINITY);

  /** The least that draws every figure: for tests. */
  public static final Plan SMOKE =
      new Plan(
          "smoke",
          1,
          1,
          1,
          List.of(200),
          List.of(100, 200),
          200,
          List.of(200, 300),
          List.of(50, 100),
          200,
          1);

  /** Copies the lists. */
  public Plan {
    orderSamples = List.copyOf(orderSamples);
    curveSamples = List.copyOf(curveSamples);
    timeSamples = List.copyOf(timeSamples);
    insetSamples = List.copyOf(insetSamples);
  }

  /** Returns the repeats of a point of fig. 6 that takes seconds: enough for a test, if any are. */
  int cheapRepeats() {
    return isMeaningful() ? Math.max(PairedTest.FEWEST + 2, curveRepeats) : curveRepeats;
  }

  /** Tells whether there are enough repeats for a test. */
  boolean isMeaningful() {
    return repeats >= PairedTest.FEWEST;
  }

  /** Returns this plan without numbers of samples that a robot does not have. */
  public Plan atMost(int learned, int all) {
    return new Plan(
        name,
        repeats,
        curveRepeats,
        timeRepeats,
        atMost(orderSamples, learned),
        atMost(curveSamples, learned),
        Math.min(sweepSamples, learned),
        atMost(timeSamples, all),
        atMost(insetSamples, all),
        processSamples,
        processSeconds);
  }

  /** Returns the most samples of an exact process that is timed. */
  int timedProcessSamples() {
    return isMeaningful() ? TIMED_PROCESS_SAMPLES : processSamples;
  }

  private static List<Integer> atMost(List<Integer> samples, int most) {
    return samples.stream().filter(n -> n <= most).toList();
  }

  /** Returns how often exact processes that take so long are repeated, at least once. */
  int processRepeats(int wanted, double seconds) {
    return (int) Math.max(1, Math.min(wanted, processSeconds / seconds));
  }
}
