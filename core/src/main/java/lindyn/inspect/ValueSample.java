package lindyn.inspect;

import org.apache.commons.math3.util.ResizableDoubleArray;

/** Keeps an evenly spaced part of many numbers, no more than a limit. */
final class ValueSample {

  private final long stride;
  private final ResizableDoubleArray kept = new ResizableDoubleArray();
  private long offered;

  /**
   * Starts an empty sample.
   *
   * @param expected how many numbers will be offered
   * @param limit how many of them may be kept
   */
  ValueSample(long expected, int limit) {
    // Odd, so that a signal that alternates from row to row is not seen from one side alone.
    this.stride = expected <= limit ? 1 : ((expected + limit - 1) / limit) | 1;
  }

  void offer(double value) {
    if (offered % stride == 0) {
      kept.addElement(value);
    }
    offered++;
  }

  SortedSample sorted() {
    return SortedSample.of(kept.getElements());
  }
}
