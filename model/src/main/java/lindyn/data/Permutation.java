package lindyn.data;

import java.util.SplittableRandom;

/**
 * A random order of 0 … n−1 that takes no memory: a Feistel network over the smallest power of four
 * that holds n, walked until it falls below n (Black and Rogaway 2002, "Ciphers with arbitrary
 * finite domains"). Immutable.
 */
public final class Permutation {

  private static final int ROUNDS = 6;

  private final int size;
  private final int halfBits;
  private final long[] keys;

  private Permutation(int size, long[] keys) {
    this.size = size;
    this.keys = keys;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
    halfBits = (bits + 1) / 2;
  }

  /** Returns the order 0, 1, 2, … */
  static Permutation identity(int size) {
    return new Permutation(size, new long[0]);
  }

  /** Draws an order of {@code size} numbers. */
  public static Permutation random(int size, SplittableRandom random) {
    return new Permutation(size, random.longs(ROUNDS).toArray());
  }

  /** Returns n. */
  public int size() {
    return size;
  }

  /** Returns the number at place i. */
  public int at(int i) {
    long number = i;
    if (keys.length > 0) {
      do {
        number = encrypt(number);
      } while (number >= size); // a walk on a cycle that i lies on, so it comes back below n
    }
    return (int) number;
  }

  private long encrypt(long number) {
    long mask = (1L << halfBits) - 1;
    long left = number >>> halfBits;
    long right = number & mask;
    for (long key : keys) {
      long next = left ^ (mixed(right + key) & mask);
      left = right;
      right = next;
    }
    return left << halfBits | right;
  }

  /** The finaliser of MurmurHash3: every bit of the argument changes every bit of the result. */
  static long mixed(long bits) {
    long x = bits;
    x = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
    x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return x ^ (x >>> 33);
  }
}
