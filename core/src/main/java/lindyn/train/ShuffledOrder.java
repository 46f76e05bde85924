package lindyn.train;

import java.util.List;
import java.util.SplittableRandom;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceIndex;

/**
 * A random order of the windows or sequences in each epoch. All orders are drawn from one seed, one
 * after the other, so a run that goes on draws those before anew: it costs nothing. What does not
 * fill a last batch waits for another epoch.
 */
final class ShuffledOrder implements EpochOrder {

  private final SampleMatrix samples;
  private final History history;
  private final int batchSize;
  private final SplittableRandom random;
  private int drawn;

  ShuffledOrder(SampleMatrix samples, History history, int batchSize, long seed) {
    this.samples = samples;
    this.history = history;
    this.batchSize = batchSize;
    random = new SplittableRandom(seed).split();
  }

  @Override
  public Batches of(int epoch) {
    if (epoch <= drawn) {
      throw new IllegalArgumentException("epoch " + epoch + " is not later than " + drawn);
    }
    SequenceIndex order = SequenceIndex.shuffled(samples, history, random);
    for (drawn++; drawn < epoch; drawn++) {
      order = SequenceIndex.shuffled(samples, history, random);
    }
    return new Shuffled(order, batchSize);
  }

  /**
   * The batches of one epoch.
   *
   * @param order the windows or sequences
   * @param batchSize how many of them a batch has
   */
  private record Shuffled(SequenceIndex order, int batchSize) implements Batches {

    @Override
    public int count() {
      return order.size() / batchSize;
    }

    @Override
    public List<Sequence> at(int number) {
      return order.subList(number * batchSize, (number + 1) * batchSize);
    }
  }
}
