package lindyn.gp.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lindyn.Checks;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * What is known of a function's second derivatives: the newest steps and by how much the gradient
 * fell along each, the memory of a limited-memory quasi-Newton method (Nocedal and Wright 2006,
 * section 7.2). Immutable.
 */
public final class Curvature {

  /** Nothing is known. */
  public static final Curvature UNKNOWN = new Curvature(List.of());

  /**
   * Beside one evaluation of a likelihood a long memory costs nothing, and it saves evaluations.
   */
  private static final int MEMORY = 40;

  /** A gradient that falls by less along a step is rounding, or the function is not concave. */
  private static final double LEAST_COSINE = 1e-10;

  /** The diagonal is made of the newest pairs: what was seen far away tells little of here. */
  private static final int RECENT = 5;

  /** How far the diagonal's numbers may be from the newest pair's. */
  private static final double LARGEST_RATIO = 1e3;

  private final List<Pair> pairs;

  private Curvature(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /**
   * A step and the fall of the gradient along it, both divided by the root of their product s·y, so
   * that it is 1.
   */
  private record Pair(RealVector s, RealVector y) {}

  /** Tells whether anything is known. */
  boolean known() {
    return !pairs.isEmpty();
  }

  /** Adds what a step shows, unless the function curves upwards along it. */
  Curvature with(Place from, Place to) {
    RealVector s = vector(to.coordinates()).subtract(vector(from.coordinates()));
    RealVector y = vector(from.gradient()).subtract(vector(to.gradient()));
    double product = s.dotProduct(y);
    if (!(product > LEAST_COSINE * s.getNorm() * y.getNorm())) {
      return this;
    }
    double root = Math.sqrt(product);
    List<Pair> longer = new ArrayList<>(pairs);
    longer.add(new Pair(s.mapDivide(root), y.mapDivide(root)));
    return new Curvature(longer.subList(Math.max(0, longer.size() - MEMORY), longer.size()));
  }

  private static RealVector vector(double[] numbers) {
    return new ArrayRealVector(numbers, false);
  }

  /**
   * Returns the curvature of the same function times a factor: a log likelihood grows with the
   * number of points.
   *
   * @throws IllegalArgumentException if the factor is not positive and finite
   */
  public Curvature scaled(double factor) {
    double root = Math.sqrt(Checks.positive(factor, "factor"));
    return new Curvature(
        pairs.stream()
            .map(pair -> new Pair(pair.s().mapDivide(root), pair.y().mapMultiply(root)))
            .toList());
  }

  /**
   * Returns a positive definite estimate of the negative second derivatives: BFGS updates (Nocedal
   * and Wright eq. 6.19) of a diagonal matrix, in product form, so that rounding cannot make it
   * indefinite. Cost: O(pairs · dimension²).
   *
   * @param gradient of where the search is; its norm is the estimate, at least 1, while nothing is
   *     known, so that a first step is no longer than 1
   */
  RealMatrix matrix(double[] gradient) {
    if (pairs.isEmpty()) {
      double[] diagonal = new double[gradient.length];
      Arrays.fill(diagonal, Math.max(1, vector(gradient).getNorm()));
      return new DiagonalMatrix(diagonal);
    }
    RealMatrix root = new Array2DRowRealMatrix(rootOfDiagonal().getData());
    for (Pair pair : pairs) {
      RealVector v = root.preMultiply(pair.s());
      RealVector change = pair.y().mapMultiply(v.getNorm()).subtract(root.operate(v));
      root = root.add(change.outerProduct(v).scalarMultiply(1 / v.dotProduct(v)));
    }
    return root.multiply(root.transpose());
  }

  /**
   * The diagonal D that makes Σ (sᵀ D s + yᵀ D⁻¹ y) / sᵀy least: every term is at least 2, and is 2
   * if D s = y. Coordinates of very different curvature are what makes a plain multiple of the
   * identity slow.
   */
  private RealMatrix rootOfDiagonal() {
    List<Pair> recent = pairs.subList(Math.max(0, pairs.size() - RECENT), pairs.size());
    Pair newest = pairs.get(pairs.size() - 1);
    double scale = newest.y().dotProduct(newest.y());
    double[] diagonal = new double[newest.s().getDimension()];
    for (int i = 0; i < diagonal.length; i++) {
      double ofSteps = 0;
      double ofGradients = 0;
      for (Pair pair : recent) {
        ofSteps += pair.s().getEntry(i) * pair.s().getEntry(i);
        ofGradients += pair.y().getEntry(i) * pair.y().getEntry(i);
      }
      double ratio = ofSteps > 0 ? Math.sqrt(ofGradients / ofSteps) / scale : 1;
      double limited = Math.min(Math.max(ratio, 1 / LARGEST_RATIO), LARGEST_RATIO);
      diagonal[i] = Math.sqrt(limited * scale);
    }
    return new DiagonalMatrix(diagonal);
  }
}
