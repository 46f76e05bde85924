package lindyn.inspect;

import java.util.SplittableRandom;
import org.apache.commons.math3.util.ResizableDoubleArray;

/**
 * Keeps a part of many numbers, no more than a limit: one of each of equally long stretches, at a
 * random place in it, so that nothing periodic is seen from one side alone.
 */
final class ValueSample {

  private static final long SEED = 1;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final ResizableDoubleArray kept = new ResizableDoubleArray();
  private final long stretch;
  private long offered;
  private long beginOfStretch;
  private long next;

  /**
   * Starts an empty sample.
   *
   * @param expected how many numbers will be offered
   * @param limit how many of them may be kept
   */
  ValueSample(long expected, int limit) {
    stretch = Math.max(1, (expected + limit - 1) / limit);
    next = random.nextLong(stretch);
  }

  void offer(double value) {
    if (offered == next) {
      kept.addElement(value);
      beginOfStretch += stretch;
      next = beginOfStretch + random.nextLong(stretch);
    }
    offered++;
  }

  SortedSample sorted() {
    return SortedSample.of(kept.getElements());
  }
}
