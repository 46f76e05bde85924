package lindyn.gp;

import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntToLongFunction;
import lindyn.gp.algebra.SymmetricTiles;

/** The covariances that training needs do not fit into the memory of this JVM. */
public final class CovarianceTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Share of the heap that covariances may take; the collector leaves gaps between their parts. */
  private static final double SHARE = 0.75;

  /** Matrices [inducing, inducing] that a bound and its gradient hold, beside one per thread. */
  private static final int SPARSE_MATRICES = 9;

  /** Matrices [inducing, block] that each thread holds. */
  private static final int SPARSE_BLOCKS = 3;

  private static final double GIB = 1L << 30;

  private CovarianceTooLargeException(String message) {
    super(message);
  }

  /** Refuses more points than the JVM's heap has room for, before memory is taken. */
  static void requireRoom(int points) {
    requireRoom(points, Runtime.getRuntime().maxMemory());
  }

  /** Refuses more points than a heap of so many bytes has room for. */
  static void requireRoom(int points, long heap) {
    require(
        points,
        heap,
        SymmetricTiles::bytes,
        "points",
        "take fewer points, or use the sparse Gaussian process");
  }

  /** Refuses more inducing points than the JVM's heap has room for, before memory is taken. */
  static void requireRoomOfInducing(int inducing) {
    requireRoomOfInducing(inducing, Runtime.getRuntime().maxMemory());
  }

  /** Refuses more inducing points than a heap of so many bytes has room for. */
  static void requireRoomOfInducing(int inducing, long heap) {
    long threads = 1L + ForkJoinPool.getCommonPoolParallelism();
    require(
        inducing,
        heap,
        m ->
            Double.BYTES
                * ((SPARSE_MATRICES + threads) * m * m
                    + SPARSE_BLOCKS * threads * m * SparseData.BLOCK),
        "inducing points",
        "or take fewer of them");
  }

  private static void require(
      int count, long heap, IntToLongFunction bytes, String what, String advice) {
    if (bytes.applyAsLong(count) > SHARE * heap) {
      throw new CovarianceTooLargeException(
          String.format(
              Locale.ROOT,
              "the covariance of %d %s needs %.1f GiB, but the heap of %.1f GiB has room for %d %s:"
                  + " start Java with -Xmx%dg or more, %s",
              count,
              what,
              bytes.applyAsLong(count) / GIB,
              heap / GIB,
              largest(count, SHARE * heap, bytes),
              what,
              (long) Math.ceil(bytes.applyAsLong(count) / SHARE / GIB),
              advice));
    }
  }

  /** Returns the largest count that fits, by bisection. */
  private static int largest(int tooMany, double room, IntToLongFunction bytes) {
    int fitting = 0;
    int failing = tooMany;
    while (failing - fitting > 1) {
      int middle = fitting + (failing - fitting) / 2;
      if (bytes.applyAsLong(middle) <= room) {
        fitting = middle;
      } else {
        failing = middle;
      }
    }
    return fitting;
  }
}
