package lindyn.gp;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lindyn.gp.algebra.Matrix;

/**
 * Lloyd's k-means from the starting places of k-means++ (Arthur and Vassilvitskii 2007). What is
 * random and what is summed runs on one thread, distances on all, so the bits do not depend on the
 * threads.
 */
final class KMeans {

  private static final int MOST_ITERATIONS = 20;

  /** Points that a thread takes at a time; their distances stay in the nearest cache. */
  private static final int BLOCK = 512;

  private final Matrix x;
  private final SplittableRandom random;

  /** Square of the distance of each point to the nearest centre. */
  private final double[] nearest;

  /** The nearest centre of each point. */
  private final int[] labels;

  KMeans(Matrix x, SplittableRandom random) {
    this.x = x;
    this.random = random;
    nearest = new double[x.rows()];
    labels = new int[x.rows()];
    Arrays.fill(labels, -1); // so that the first assignment changes them all
  }

  /** Returns at most this many centres, fewer where there are fewer distinct points. */
  Matrix centres(int count) {
    Matrix centres = startingPlaces(count);
    int iteration = 0;
    while (iteration < MOST_ITERATIONS && assign(centres)) {
      centres = means(centres);
      iteration++;
    }
    return centres;
  }

  /** Draws points with a chance that grows with the square of the distance to those drawn. */
  private Matrix startingPlaces(int count) {
    int[] places = new int[count];
    int drawn = 0;
    int next = random.nextInt(x.rows());
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    while (next >= 0) {
      places[drawn++] = next;
      next = drawn < count ? draw(next) : -1;
    }
    return rows(Arrays.copyOf(places, drawn));
  }

  /** Returns the next place, or −1 if every point equals one that was drawn. */
  private int draw(int last) {
    Matrix centre = rows(new int[] {last});
    anyBlock(
        first -> {
          double[] distances = new double[size(first)];
          addDistances(centre, 0, first, distances);
          for (int i = 0; i < distances.length; i++) {
            nearest[first + i] = Math.min(nearest[first + i], distances[i]);
          }
          return false;
        });
    double rest = random.nextDouble() * Arrays.stream(nearest).sum();
    int place = -1;
    for (int i = 0; i < nearest.length && rest >= 0; i++) {
      if (nearest[i] > 0) {
        place = i;
        rest -= nearest[i];
      }
    }
    return place;
  }

  private Matrix rows(int[] places) {
    var rows = new Matrix(places.length, x.columns());
    for (int d = 0; d < x.columns(); d++) {
      for (int i = 0; i < places.length; i++) {
        rows.set(i, d, x.at(places[i], d));
      }
    }
    return rows;
  }

  /** Finds the nearest centre of every point; returns whether a point changed its centre. */
  private boolean assign(Matrix centres) {
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    return anyBlock(first -> assign(centres, first));
  }

  private boolean assign(Matrix centres, int first) {
    double[] distances = new double[size(first)];
    int[] found = new int[distances.length];
    for (int centre = 0; centre < centres.rows(); centre++) {
      Arrays.fill(distances, 0);
      addDistances(centres, centre, first, distances);
      for (int i = 0; i < distances.length; i++) {
        if (distances[i] < nearest[first + i]) {
          nearest[first + i] = distances[i];
          found[i] = centre;
        }
      }
    }
    boolean changed = !Arrays.equals(found, 0, found.length, labels, first, first + found.length);
    System.arraycopy(found, 0, labels, first, found.length);
    return changed;
  }

  /** Adds the squared distances of a block of points to a centre; the compiler vectorises this. */
  private void addDistances(Matrix centres, int centre, int first, double[] distances) {
    double[] values = x.values();
    for (int d = 0; d < x.columns(); d++) {
      double place = centres.at(centre, d);
      int offset = d * x.rows() + first;
      for (int i = 0; i < distances.length; i++) {
        double difference = values[offset + i] - place;
        distances[i] += difference * difference;
      }
    }
  }

  /** Returns the mean of the points of each centre; a centre without points stays where it is. */
  private Matrix means(Matrix centres) {
    var means = new Matrix(centres.rows(), centres.columns());
    int[] sizes = new int[centres.rows()];
    for (int label : labels) {
      sizes[label]++;
    }
    for (int d = 0; d < x.columns(); d++) {
      for (int i = 0; i < labels.length; i++) {
        means.set(labels[i], d, means.at(labels[i], d) + x.at(i, d));
      }
      for (int k = 0; k < sizes.length; k++) {
        means.set(k, d, sizes[k] == 0 ? centres.at(k, d) : means.at(k, d) / sizes[k]);
      }
    }
    return means;
  }

  private int size(int first) {
    return Math.min(BLOCK, x.rows() - first);
  }

  /** Runs a task for every block, called by its first point; returns whether one said yes. */
  private boolean anyBlock(IntPredicate task) {
    return IntStream.range(0, (x.rows() + BLOCK - 1) / BLOCK)
            .parallel()
            .map(block -> task.test(block * BLOCK) ? 1 : 0)
            .sum()
        > 0;
  }
}
