package lindyn.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.search.Bounds;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Where hyper-parameters are looked for, given the data. Places are logarithms, as in {@link
 * Hyperparameters#logarithms}: signal and noise variance are relative to the mean square of the
 * targets (which is their variance, as their mean is 0), length scales to the median distance of
 * two points over the inputs that have the length scale, times the root of the number of length
 * scales, so that all inputs together make a distance of about 1.
 *
 * <table>
 * <caption>Multiples of the data's scale</caption>
 * <tr><th></th><th>start</th><th>other starts</th><th>bounds</th></tr>
 * <tr><td>signal variance</td><td>1</td><td>0.3 to 10</td><td>1e-4 to 1e5</td></tr>
 * <tr><td>length scale</td><td>1</td><td>0.2 to 5</td><td>1e-2 to 1e3</td></tr>
 * <tr><td>noise variance</td><td>0.1</td><td>1e-3 to 0.5</td><td>1e-7 to 10</td></tr>
 * </table>
 *
 * <p>The bounds exclude nothing that makes sense. A length scale below a hundredth of the distances
 * makes every point independent of all others. At a thousand times the distances an input has no
 * influence that could be told from none. Noise of 1e-7 is what sensors with 12 bits have, and less
 * makes the covariance of many points singular in double precision.
 */
public final class HyperparameterSpace {

  private static final int PAIRS = 2000;
  private static final long SEED = 1;

  private final List<String> lengthScales;
  private final double variance;
  private final double[] distances;

  /**
   * Looks at the data, at 2000 random pairs of points.
   *
   * @param x inputs, shape {@code [points, inputs]}
   * @param y targets of mean 0, shape {@code [points, outputs]}
   * @param lengthScales names of the length scales: one for all inputs, or one for each, or so many
   *     that they cover the inputs a whole number of times, as in {@link
   *     lindyn.gp.kernel.StationaryKernel}
   */
  public HyperparameterSpace(Matrix x, Matrix y, List<String> lengthScales) {
    this.lengthScales = List.copyOf(lengthScales);
    double meanSquare = StatUtils.sumSq(y.values()) / y.values().length;
    variance = meanSquare > 0 ? meanSquare : 1; // all targets 0: anything will do
    int[][] pairs = pairs(x.rows());
    double root = Math.sqrt(lengthScales.size());
    distances =
        IntStream.range(0, lengthScales.size())
            .mapToDouble(first -> root * medianDistance(x, pairs, first))
            .toArray();
  }

  private static int[][] pairs(int points) {
    var random = new SplittableRandom(SEED);
    int[][] pairs = new int[PAIRS][];
    Arrays.setAll(pairs, k -> random.ints(2, 0, points).toArray());
    return pairs;
  }

  /**
   * Returns the median distance over the inputs of one length scale, of pairs that differ at all; 1
   * if none does.
   */
  private double medianDistance(Matrix x, int[][] pairs, int firstInput) {
    double[] lengths =
        Arrays.stream(pairs)
            .mapToDouble(pair -> distance(x, pair, firstInput))
            .filter(length -> length > 0)
            .toArray();
    return lengths.length == 0 ? 1 : StatUtils.percentile(lengths, 50);
  }

  private double distance(Matrix x, int[] pair, int firstInput) {
    return Math.sqrt(
        IntStream.iterate(firstInput, d -> d < x.columns(), d -> d + lengthScales.size())
            .mapToDouble(d -> x.at(pair[0], d) - x.at(pair[1], d))
            .map(difference -> difference * difference)
            .sum());
  }

  /** Returns a sensible place to start at. */
  public double[] start() {
    return place(1, 1, 0.1);
  }

  /** Returns where other starts are drawn from. */
  public Bounds ranges() {
    return new Bounds(place(0.3, 0.2, 1e-3), place(10, 5, 0.5));
  }

  /** Returns the bounds of the search. */
  public Bounds bounds() {
    return new Bounds(place(1e-4, 1e-2, 1e-7), place(1e5, 1e3, 10));
  }

  private double[] place(double signal, double length, double noise) {
    double[] theta = new double[distances.length + 2];
    theta[0] = Math.log(signal * variance);
    for (int i = 0; i < distances.length; i++) {
      theta[1 + i] = Math.log(length * distances[i]);
    }
    theta[theta.length - 1] = Math.log(noise * variance);
    return theta;
  }

  /** Returns the names of the coordinates. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    names.add("signal variance");
    names.addAll(lengthScales);
    names.add("noise variance");
    return names;
  }
}
