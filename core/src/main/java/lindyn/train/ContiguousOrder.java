package lindyn.train;

import java.util.List;
import java.util.SplittableRandom;
import lindyn.data.History;
import lindyn.data.ParallelStreams;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;

/**
 * Whole trajectories side by side, in another order in each epoch.
 *
 * @param samples the trajectories
 * @param history tells the lengths of sequences and warm-up
 * @param batchSize trajectories that are side by side
 * @param seed of all orders
 */
record ContiguousOrder(SampleMatrix samples, History history, int batchSize, long seed)
    implements EpochOrder {

  @Override
  public Batches of(int epoch) {
    return new Streams(ParallelStreams.shuffled(samples, history, batchSize, random(epoch)));
  }

  private SplittableRandom random(int epoch) {
    SplittableRandom random = new SplittableRandom(seed).split();
    for (int before = 1; before < epoch; before++) {
      random.split();
    }
    return random.split();
  }

  /**
   * The batches of one epoch.
   *
   * @param streams the trajectories' pieces
   */
  private record Streams(ParallelStreams streams) implements Batches {

    @Override
    public int count() {
      return streams.batches();
    }

    @Override
    public List<Sequence> at(int number) {
      return streams.batch(number);
    }
  }
}
