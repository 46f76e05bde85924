package lindyn.train;

import java.util.SplittableRandom;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;

/**
 * The random order of the windows or sequences of each epoch. All orders are drawn from one seed,
 * one after the other, so a run that goes on draws those before anew: it costs nothing.
 */
final class EpochOrder {

  private final SampleMatrix samples;
  private final History history;
  private final SplittableRandom random;
  private int drawn;

  EpochOrder(SampleMatrix samples, History history, long seed) {
    this.samples = samples;
    this.history = history;
    random = new SplittableRandom(seed).split();
  }

  /**
   * Returns the order of an epoch.
   *
   * @param epoch from 1, later than in any call before
   * @throws IllegalArgumentException if it is not later
   */
  SequenceIndex of(int epoch) {
    if (epoch <= drawn) {
      throw new IllegalArgumentException("epoch " + epoch + " is not later than " + drawn);
    }
    SequenceIndex order = SequenceIndex.shuffled(samples, history, random);
    for (drawn++; drawn < epoch; drawn++) {
      order = SequenceIndex.shuffled(samples, history, random);
    }
    return order;
  }
}
