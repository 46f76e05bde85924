package lindyn.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lindyn.Checks;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.search.Ascent;
import lindyn.gp.search.BoundedLbfgs;
import lindyn.gp.search.Curvature;
import lindyn.gp.search.Objective;
import lindyn.gp.search.Restarts;
import lindyn.gp.search.SearchReport;
import lindyn.gp.search.Stopping;
import lindyn.gp.search.Tethered;

/**
 * Finds the hyper-parameters that maximise a log marginal likelihood, R&amp;W section 5.4.
 *
 * <p>An evaluation with all points is dear, with half of them it costs an eighth. So all ascents
 * run on a small part of the points; the best of them goes on with twice as many points, and so on,
 * each stage beginning where the last one ended, with the curvature that it learned. What a part of
 * the points does not tell is left open: up to the last stage a weak prior keeps an input that
 * seems irrelevant from drifting to where a gradient cannot be seen.
 *
 * @param family of the kernel
 * @param lengthScales names of the length scales: one for all inputs, or one for each, or so many
 *     that they cover the inputs a whole number of times
 * @param restarts ascents from random places, beside the one from a sensible place
 * @param seed of the random places
 * @param fewPoints the least number of points of a stage, enough to show roughly where the maximum
 *     is
 */
public record HyperparameterSearch(
    KernelFamily family, List<String> lengthScales, int restarts, long seed, int fewPoints) {

  /** One length scale for all inputs. */
  public static final List<String> ISOTROPIC = List.of("length scale");

  /** By how much each stage has more points than the one before. */
  private static final int GROWTH = 2;

  /** Standard deviation of the prior: a factor of e² either way is not held back by a nat. */
  private static final double TETHER = 2;

  /** Where a part of the points has its maximum need not be known well. */
  private static final Stopping ROUGHLY = Stopping.DEFAULT.withGainTolerance(0.1);

  /** A hundredth of a nat is worth 1/7 of the hyper-parameters' standard deviation. */
  private static final Stopping FINELY = Stopping.DEFAULT.withGainTolerance(0.01);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if restarts are negative or there are fewer than two points
   */
  public HyperparameterSearch {
    lengthScales = List.copyOf(lengthScales);
    Checks.atLeast(0, restarts, "restarts");
    Checks.atLeast(2, fewPoints, "fewPoints");
  }

  /** Makes the function that is maximised. */
  @FunctionalInterface
  public interface Likelihood {

    /** Returns the log likelihood of points [points, inputs] and targets [points, outputs]. */
    Objective of(Matrix x, Matrix y);
  }

  /**
   * What a search came to.
   *
   * @param hyperparameters the best
   * @param logMarginalLikelihood their log marginal likelihood, or its bound, over all outputs; −∞
   *     if it exists at none of the starts
   * @param stages first those on a part of the points, last the one on all points that went on from
   *     the best of them
   */
  public record Found(
      Hyperparameters hyperparameters, double logMarginalLikelihood, List<Stage> stages) {

    /** Copies the list. */
    public Found {
      stages = List.copyOf(stages);
    }

    /** Returns the evaluations of all stages. */
    public int evaluations() {
      return HyperparameterSearch.evaluations(stages);
    }

    /** Returns one sentence for each thing that somebody who relies on the result should know. */
    public List<String> warnings() {
      List<String> warnings = new ArrayList<>(stages.get(stages.size() - 1).report().warnings());
      warnings.addAll(stages.get(0).report().disagreements());
      return List.copyOf(warnings);
    }
  }

  /**
   * Ascents with the same points.
   *
   * @param points how many
   * @param report what became of every ascent. Before the last stage its values are of the
   *     likelihood times a weak prior
   */
  public record Stage(int points, SearchReport report) {}

  /**
   * Searches.
   *
   * @param x standardised inputs, shape {@code [points, inputs]}, in random order, as a part of
   *     them must stand for all
   * @param y standardised targets, shape {@code [points, outputs]}
   * @param likelihood the function; made for all points once in vain, so that it fails at once if
   *     they are too many
   * @param listener hears of every evaluation
   */
  public Found find(Matrix x, Matrix y, Likelihood likelihood, Consumer<SearchProgress> listener) {
    likelihood.of(x, y); // not kept: its memory and that of a part would not fit side by side
    var stages = new Stages(new HyperparameterSpace(x, y, lengthScales), x.rows(), listener);
    for (int points : parts(x.rows())) {
      stages.climbRoughly(likelihood.of(x.rows(0, points), y.rows(0, points)), points);
    }
    stages.climbFinely(likelihood.of(x, y));
    return stages.found();
  }

  /** Returns a half of the points, a quarter, …, reversed; all points if they are few. */
  private List<Integer> parts(int points) {
    List<Integer> parts = new ArrayList<>();
    for (int part = points / GROWTH; part >= fewPoints; part /= GROWTH) {
      parts.add(0, part);
    }
    return parts.isEmpty() ? List.of(points) : parts;
  }

  /** Climbs on more and more points. */
  private final class Stages {

    private final HyperparameterSpace space;
    private final int allPoints;
    private final Consumer<SearchProgress> listener;
    private final List<Stage> stages = new ArrayList<>();
    private List<double[]> starts;
    private Curvature curvatureOfAPoint = Curvature.UNKNOWN;

    Stages(HyperparameterSpace space, int allPoints, Consumer<SearchProgress> listener) {
      this.space = space;
      this.allPoints = allPoints;
      this.listener = listener;
      starts = Restarts.starts(space.start(), space.ranges(), 1 + restarts, seed);
    }

    void climbRoughly(Objective likelihood, int points) {
      climb(new Tethered(likelihood, space.start(), TETHER), points, ROUGHLY);
    }

    void climbFinely(Objective likelihood) {
      climb(likelihood, allPoints, FINELY);
    }

    private void climb(Objective objective, int points, Stopping stopping) {
      int before = evaluations(stages);
      var search =
          new BoundedLbfgs(
              stopping,
              (evaluations, best) ->
                  listener.accept(
                      new SearchProgress(points, allPoints, before + evaluations, best)));
      SearchReport report =
          new Restarts(search, space.names(), space.bounds())
              .run(objective, starts, curvatureOfAPoint.scaled(points));
      stages.add(new Stage(points, report));
      starts = List.of(report.best().end().coordinates());
      curvatureOfAPoint = report.best().curvature().scaled(1.0 / points);
    }

    Found found() {
      Ascent best = stages.get(stages.size() - 1).report().best();
      var hyperparameters = Hyperparameters.ofLogarithms(family, best.end().coordinates());
      return new Found(hyperparameters, best.end().value(), stages);
    }
  }

  private static int evaluations(List<Stage> stages) {
    return stages.stream().mapToInt(stage -> stage.report().evaluations()).sum();
  }
}
