package lindyn.gp.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.ArrayRealVector;

/**
 * Climbs to a local maximum within bounds with few evaluations, each of which may take long.
 *
 * <p>A limited-memory quasi-Newton method like L-BFGS-B (Byrd, Lu, Nocedal and Zhu 1995): every
 * iteration maximises a quadratic model within the bounds and searches along the line to that
 * place. It differs where coordinates are few and evaluations dear: the memory is long and updates
 * a diagonal matrix instead of a multiple of the identity, the model is maximised exactly, and no
 * trial step changes a coordinate by more than 1, a factor of e for a coordinate that is a
 * logarithm: on the plains of a likelihood longer steps lead astray. Immutable.
 *
 * @param stopping when to end
 * @param listener hears of every evaluation
 */
public record BoundedLbfgs(Stopping stopping, SearchListener listener) {

  /** The default criteria and no listener. */
  public static final BoundedLbfgs DEFAULT =
      new BoundedLbfgs(Stopping.DEFAULT, SearchListener.SILENT);

  private static final double LONGEST_STEP = 1;

  /** A promise below this part of the value cannot be told from rounding. */
  private static final double ROUNDING = 1e-9;

  /** Returns this search with other criteria. */
  public BoundedLbfgs withStopping(Stopping newStopping) {
    return new BoundedLbfgs(newStopping, listener);
  }

  /** Returns this search with another listener. */
  public BoundedLbfgs withListener(SearchListener newListener) {
    return new BoundedLbfgs(stopping, newListener);
  }

  /**
   * Climbs without knowing anything of the function.
   *
   * @param start one number per coordinate; moved to the bounds if it is outside
   * @throws IllegalArgumentException if start has another length than the bounds, or is not finite
   */
  public Ascent maximise(Objective objective, Bounds bounds, double[] start) {
    return maximise(objective, bounds, start, Curvature.UNKNOWN);
  }

  /**
   * Climbs with what an ascent of a similar function has learned.
   *
   * @param start one number per coordinate; moved to the bounds if it is outside
   * @param curvature of the function
   * @throws IllegalArgumentException if start has another length than the bounds, or is not finite
   */
  public Ascent maximise(Objective objective, Bounds bounds, double[] start, Curvature curvature) {
    if (!Arrays.stream(start).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("start is not finite: " + Arrays.toString(start));
    }
    double[] within = bounds.nearest(start);
    var evaluations = new Evaluations(objective, stopping.mostEvaluations(), listener);
    return new Climb(evaluations, bounds, evaluations.at(within), curvature).climb();
  }

  /** One ascent under way. */
  private final class Climb {

    private final Evaluations evaluations;
    private final Bounds bounds;
    private Place place;
    private Curvature curvature;
    private double lastGain = Double.POSITIVE_INFINITY;
    private int iterations;

    Climb(Evaluations evaluations, Bounds bounds, Place place, Curvature curvature) {
      this.evaluations = evaluations;
      this.bounds = bounds;
      this.place = place;
      this.curvature = curvature;
    }

    Ascent climb() {
      if (!place.exists()) {
        return ended(StopReason.UNDEFINED_START);
      }
      Optional<StopReason> stop = Optional.empty();
      while (stop.isEmpty()) {
        stop = iterate();
      }
      return ended(stop.get());
    }

    private Optional<StopReason> iterate() {
      if (place.projectedGradient(bounds) <= stopping.gradientTolerance()) {
        return Optional.of(StopReason.FLAT);
      }
      BoxModel model = model();
      double[] step = model.best();
      double promise = model.gain(step);
      if (curvature.known()
          && promise <= stopping.gainTolerance()
          && lastGain <= stopping.gainTolerance()) {
        return Optional.of(StopReason.NO_GAIN);
      }
      Optional<Place> next = new LineSearch(evaluations, bounds, place, step).search(longest(step));
      next.ifPresent(this::moveTo);
      return next.isPresent() ? Optional.empty() : withoutNext(promise);
    }

    private BoxModel model() {
      double[] gradient = place.gradient();
      return new BoxModel(
          new ArrayRealVector(gradient, false),
          curvature.matrix(gradient),
          bounds.steps(place.coordinates(), LONGEST_STEP));
    }

    /** Returns how many steps fit between the bounds and make none of them too long. */
    private double longest(double[] step) {
      Bounds steps = bounds.steps(place.coordinates(), LONGEST_STEP);
      double longest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < step.length; i++) {
        if (step[i] != 0) {
          double room = step[i] > 0 ? steps.upper(i) : steps.lower(i);
          longest = Math.min(longest, room / step[i]);
        }
      }
      return Math.max(longest, 1); // the step itself fits, but for rounding
    }

    private void moveTo(Place next) {
      curvature = curvature.with(place, next);
      lastGain = next.value() - place.value();
      place = next;
      iterations++;
    }

    private Optional<StopReason> withoutNext(double promise) {
      if (evaluations.exhausted()) {
        return Optional.of(StopReason.MOST_EVALUATIONS);
      }
      if (promise <= Math.max(stopping.gainTolerance(), ROUNDING * Math.abs(place.value()))) {
        return Optional.of(StopReason.NO_GAIN);
      }
      if (!curvature.known()) {
        return Optional.of(StopReason.NO_BETTER_STEP);
      }
      curvature = Curvature.UNKNOWN; // may have misled; the gradient alone cannot
      return Optional.empty();
    }

    private Ascent ended(StopReason stop) {
      return new Ascent(
          place,
          List.of(bounds.sides(place.coordinates())),
          new Ascent.Effort(evaluations.count(), iterations),
          stop,
          curvature);
    }
  }
}
