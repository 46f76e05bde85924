package lindyn.examples.arm;

import java.util.SplittableRandom;

/**
 * The random numbers of one purpose in one trial. They depend on seed, trial and purpose alone, so
 * trials can be simulated in any order and on any thread.
 */
final class TrialRandom {

  /** The golden ratio as SplittableRandom uses it, to tell neighbouring numbers apart. */
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final SplittableRandom random;
  private double spare = Double.NaN;

  TrialRandom(long seed, long index, Purpose purpose) {
    long state = mixed(seed);
    state = mixed(state + index);
    random = new SplittableRandom(mixed(state + purpose.number));
  }

  /** What random numbers are for; each has a sequence of its own. */
  enum Purpose {
    /** The order of the fills. */
    FILL(0),
    /** The motion and the flask's place. */
    MOTION(1),
    /** The noise of the sensors. */
    NOISE(2);

    private final long number;

    Purpose(long number) {
      this.number = number;
    }
  }

  /** Scrambles 64 bits, one to one (Stafford's variant 13 of MurmurHash3's last step). */
  private static long mixed(long bits) {
    long z = bits + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Returns a number from 0 (inclusive) to a limit (exclusive). */
  int below(int limit) {
    return (int) (random.nextDouble() * limit);
  }

  /** Returns a number uniform in [low, high). */
  double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Returns a number uniform in [−1, 1). */
  double symmetric() {
    return uniform(-1, 1);
  }

  /**
   * Returns a standard normal number, by Marsaglia's polar method: the JDK's own may change with
   * its version, and the data should not.
   */
  double gaussian() {
    if (!Double.isNaN(spare)) {
      double number = spare;
      spare = Double.NaN;
      return number;
    }
    double u;
    double v;
    double s;
    do {
      u = symmetric();
      v = symmetric();
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    spare = v * scale;
    return u * scale;
  }
}
