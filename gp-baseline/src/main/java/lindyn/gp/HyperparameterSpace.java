package lindyn.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.search.Bounds;

/**
 * Where the logarithms of hyper-parameters are looked for, given the data: the signal variance
 * around the variance of the targets, length scales around the median distance of the inputs.
 */
final class HyperparameterSpace {

  private static final int PAIRS = 1000;
  private static final long SEED = 1;

  private final double variance;
  private final double[] distances;

  HyperparameterSpace(Matrix x, Matrix y, boolean isPerInput) {
    variance = variance(y);
    distances = isPerInput ? perInput(x) : new double[] {medianDistance(x)};
  }

  /** The mean square of all targets, whose mean is 0. */
  private static double variance(Matrix y) {
    double mean = Arrays.stream(y.values()).map(value -> value * value).average().orElse(0);
    return mean > 0 ? mean : 1;
  }

  private static double medianDistance(Matrix x) {
    return median(
        x,
        (a, b) -> {
          double sum = 0;
          for (int d = 0; d < x.columns(); d++) {
            double difference = x.at(a, d) - x.at(b, d);
            sum += difference * difference;
          }
          return Math.sqrt(sum);
        });
  }

  private static double[] perInput(Matrix x) {
    double root = Math.sqrt(x.columns());
    return IntStream.range(0, x.columns())
        .mapToDouble(d -> root * median(x, (a, b) -> Math.abs(x.at(a, d) - x.at(b, d))))
        .toArray();
  }

  @FunctionalInterface
  private interface Distance {
    double between(int a, int b);
  }

  private static double median(Matrix x, Distance distance) {
    var random = new SplittableRandom(SEED);
    double[] distances =
        IntStream.range(0, PAIRS)
            .mapToDouble(
                pair -> distance.between(random.nextInt(x.rows()), random.nextInt(x.rows())))
            .filter(length -> length > 0)
            .sorted()
            .toArray();
    return distances.length == 0 ? 1 : distances[distances.length / 2];
  }

  /** Returns a sensible place: the noise is a tenth of the targets' variance. */
  double[] start() {
    return place(1, 1, 0.1);
  }

  /** Returns where other starts are drawn from. */
  Bounds ranges() {
    return new Bounds(place(0.3, 0.2, 1e-3), place(10, 5, 0.5));
  }

  /** Returns bounds far beyond all that makes sense. */
  Bounds bounds() {
    return new Bounds(place(1e-4, 1e-2, 1e-7), place(1e5, 1e3, 10));
  }

  /** Returns a place as multiples of the data's variance and distances. */
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
  List<String> names() {
    List<String> names = new ArrayList<>();
    names.add("signal variance");
    for (int i = 0; i < distances.length; i++) {
      names.add(distances.length == 1 ? "length scale" : "length scale of input " + (i + 1));
    }
    names.add("noise variance");
    return names;
  }
}
