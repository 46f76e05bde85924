package lindyn.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.search.Ascent;
import lindyn.gp.search.BoundedLbfgs;
import lindyn.gp.search.Bounds;
import lindyn.gp.search.Objective;
import lindyn.gp.search.Restart;
import lindyn.gp.search.Restarts;
import lindyn.gp.search.SearchListener;
import lindyn.gp.search.SearchReport;

/**
 * Finds the hyper-parameters that maximise a log marginal likelihood, R&amp;W section 5.4.
 *
 * <p>All ascents run on a part of the points first, which shows where the maximum is at a small
 * part of the cost; the best of them goes on with all points, with the curvature that it has
 * learned.
 *
 * @param family of the kernel
 * @param isPerInput whether each input has a length scale of its own
 * @param restarts ascents from random places, beside the one from a sensible place
 * @param seed of the random places
 * @param fewPoints enough points to show where the maximum is
 */
public record HyperparameterSearch(
    KernelFamily family, boolean isPerInput, int restarts, long seed, int fewPoints) {

  /** Makes the function that is maximised, for the first points of a set. */
  @FunctionalInterface
  public interface Likelihood {

    /** Returns the log likelihood of points [points, inputs] and targets [points, outputs]. */
    Objective of(Matrix x, Matrix y);
  }

  /**
   * What a search came to.
   *
   * @param hyperparameters the best
   * @param logMarginalLikelihood their log marginal likelihood, or its bound, over all outputs
   * @param stages what became of every ascent: on a part of the points if they are many, then on
   *     all
   */
  public record Found(
      Hyperparameters hyperparameters, double logMarginalLikelihood, List<SearchReport> stages) {

    /** Copies the list. */
    public Found {
      stages = List.copyOf(stages);
    }

    /** Returns the evaluations of all stages. */
    public int evaluations() {
      return stages.stream().mapToInt(SearchReport::evaluations).sum();
    }

    /** Returns one sentence for each thing that somebody who relies on the result should know. */
    public List<String> warnings() {
      return stages.get(stages.size() - 1).warnings();
    }
  }

  /**
   * Searches.
   *
   * @param x standardised inputs, shape {@code [points, inputs]}, in random order
   * @param y standardised targets, shape {@code [points, outputs]}
   * @param likelihood the function
   * @param listener hears of every evaluation
   */
  public Found find(Matrix x, Matrix y, Likelihood likelihood, SearchListener listener) {
    var space = new HyperparameterSpace(x, y, isPerInput);
    BoundedLbfgs search = BoundedLbfgs.DEFAULT.withListener(listener);
    var all = new Restarts(search, space.names(), space.bounds());
    List<double[]> starts = Restarts.starts(space.start(), space.ranges(), 1 + restarts, seed);
    List<SearchReport> stages = new ArrayList<>();
    if (x.rows() <= 2 * fewPoints) {
      stages.add(all.run(likelihood.of(x, y), starts));
    } else {
      Objective few = likelihood.of(x.rows(0, fewPoints), y.rows(0, fewPoints));
      SearchReport first = all.run(few, starts);
      stages.add(first);
      stages.add(
          goOn(first.best(), likelihood.of(x, y), space, search, (double) x.rows() / fewPoints));
    }
    Ascent best = stages.get(stages.size() - 1).best();
    return new Found(
        Hyperparameters.ofLogarithms(family, best.end().coordinates()), best.end().value(), stages);
  }

  private static SearchReport goOn(
      Ascent known,
      Objective objective,
      HyperparameterSpace space,
      BoundedLbfgs search,
      double growth) {
    Bounds bounds = space.bounds();
    double[] start = known.end().coordinates();
    Ascent ascent = search.maximise(objective, bounds, start, known.curvature().scaled(growth));
    return new SearchReport(
        space.names(), List.of(new Restart(Arrays.stream(start).boxed().toList(), ascent)));
  }
}
