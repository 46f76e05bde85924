package lindyn.bench.paper;

import java.util.List;

/**
 * How much is done.
 *
 * @param name what the report calls it
 * @param repeats how often
 * @param samples on how many samples
 * @param processes what exact Gaussian processes may cost
 */
public record Plan(String name, Counts repeats, Sizes samples, Processes processes) {

  /** Samples of the paper's comparison of torques. */
  static final int PAPER_SAMPLES = 1000;

  private static final Sizes PAPER =
      new Sizes(
          List.of(1000, 2000),
          List.of(100, 200, 300, 500, 800, 1000, 1600, 2000, 5000, 10_000),
          10_000,
          List.of(1000, 10_000, 50_000, 100_000, 112_761),
          List.of(50, 100, 200, 400, 700, 1148));

  /** All figures, with next to no repeats: to see that it works. */
  public static final Plan QUICK =
      new Plan(
          "quick",
          new Counts(2, 1, 1),
          new Sizes(
              List.of(1000),
              List.of(100, 300, 1000, 2000),
              1000,
              List.of(1000, 10_000),
              List.of(50, 400, 1148)),
          new Processes(2000, 2000, 20));

  /** What can be done in one to one and a half hours on two cores. */
  public static final Plan DEFAULT =
      new Plan("default", new Counts(12, 4, 2), PAPER, new Processes(5000, 10_000, 250));

  /** The paper's repeats. */
  public static final Plan FULL =
      new Plan(
          "full",
          new Counts(20, 10, 10),
          PAPER,
          new Processes(10_000, 10_000, Double.POSITIVE_INFINITY));

  /** The least that draws every figure: for tests. */
  public static final Plan SMOKE =
      new Plan(
          "smoke",
          new Counts(1, 1, 1),
          new Sizes(List.of(200), List.of(100, 200), 200, List.of(200, 300), List.of(50, 100)),
          new Processes(200, 200, 2));

  /**
   * How often everything is done.
   *
   * @param comparisons at one number of samples: table I, figs 5 and 8
   * @param curves points of a curve that take long: figs 2 and 6
   * @param times table II, fig. 7
   */
  public record Counts(int comparisons, int curves, int times) {

    /** Tells whether there are enough repeats for a test. */
    boolean areMeaningful() {
      return comparisons >= PairedTest.FEWEST;
    }

    /**
     * Returns the repeats of a point of fig. 6 that takes seconds: enough for a test, if any are.
     */
    int cheap() {
      return areMeaningful() ? Math.max(PairedTest.FEWEST + 2, curves) : curves;
    }
  }

  /**
   * Numbers of samples that models learn from.
   *
   * @param order those of fig. 5
   * @param curve those of fig. 6
   * @param sweep that of fig. 2
   * @param times those of table II and fig. 7
   * @param inset those of the inset of fig. 7
   */
  public record Sizes(
      List<Integer> order,
      List<Integer> curve,
      int sweep,
      List<Integer> times,
      List<Integer> inset) {

    /** Copies the lists. */
    public Sizes {
      order = List.copyOf(order);
      curve = List.copyOf(curve);
      times = List.copyOf(times);
      inset = List.copyOf(inset);
    }

    private Sizes atMost(int learned, int all) {
      return new Sizes(
          atMost(order, learned),
          atMost(curve, learned),
          Math.min(sweep, learned),
          atMost(times, all),
          atMost(inset, all));
    }

    private static List<Integer> atMost(List<Integer> sizes, int most) {
      return sizes.stream().filter(n -> n <= most).toList();
    }
  }

  /**
   * What exact Gaussian processes may cost.
   *
   * @param onCurve most samples in fig. 6
   * @param timed most samples of those that are timed
   * @param seconds expected time of all cores that those of one number of samples may take
   *     together: it limits their repeats
   */
  public record Processes(int onCurve, int timed, double seconds) {

    /** Returns how often processes that take so long are repeated, at least once. */
    int repeats(int wanted, double expectedSeconds) {
      return (int) Math.max(1, Math.min(wanted, seconds / expectedSeconds));
    }
  }

  /**
   * Returns this plan without numbers of samples that a robot does not have.
   *
   * @param learned how many can be learned from where others are tested
   * @param all how many there are
   */
  public Plan atMost(int learned, int all) {
    return new Plan(name, repeats, samples.atMost(learned, all), processes);
  }
}
