package lindyn.gp;

import java.util.Locale;
import lindyn.gp.algebra.SymmetricTiles;

/** The covariance of the training points does not fit into the memory of this JVM. */
public final class CovarianceTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Share of the heap that a covariance may take; the collector leaves gaps between its tiles. */
  private static final double SHARE = 0.75;

  private static final double GIB = 1L << 30;

  private CovarianceTooLargeException(int points, long heap) {
    super(
        String.format(
            Locale.ROOT,
            "the covariance of %d points needs %.1f GiB, but the heap of %.1f GiB has room for %d"
                + " points: start Java with -Xmx%dg or more, take fewer points, or use the sparse"
                + " Gaussian process",
            points,
            SymmetricTiles.bytes(points) / GIB,
            heap / GIB,
            largest(points, heap),
            (long) Math.ceil(SymmetricTiles.bytes(points) / SHARE / GIB)));
  }

  /** Refuses more points than the JVM's heap has room for, before memory is taken. */
  static void requireRoom(int points) {
    requireRoom(points, Runtime.getRuntime().maxMemory());
  }

  /** Refuses more points than a heap of so many bytes has room for. */
  static void requireRoom(int points, long heap) {
    if (!fits(points, heap)) {
      throw new CovarianceTooLargeException(points, heap);
    }
  }

  private static boolean fits(int points, long heap) {
    return SymmetricTiles.bytes(points) <= SHARE * heap;
  }

  /** Returns the largest number of points that fits, by bisection. */
  private static int largest(int tooMany, long heap) {
    int fitting = 0;
    int failing = tooMany;
    while (failing - fitting > 1) {
      int middle = fitting + (failing - fitting) / 2;
      if (fits(middle, heap)) {
        fitting = middle;
      } else {
        failing = middle;
      }
    }
    return fitting;
  }
}
