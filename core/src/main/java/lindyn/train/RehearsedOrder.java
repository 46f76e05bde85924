package lindyn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.data.Permutation;
import lindyn.data.Sequence;

/**
 * Another order, with old windows or sequences at the end of each batch: all of them in a random
 * order again and again, in each epoch in another one.
 */
final class RehearsedOrder implements EpochOrder {

  private final EpochOrder recent;
  private final List<Sequence> old;
  private final int oldPerBatch;
  private final long seed;

  RehearsedOrder(EpochOrder recent, List<Sequence> old, int oldPerBatch, long seed) {
    this.recent = recent;
    this.old = List.copyOf(old);
    this.oldPerBatch = oldPerBatch;
    this.seed = seed;
  }

  @Override
  public Batches of(int epoch) {
    var random = new SplittableRandom(seed + epoch).split();
    return new Mixed(recent.of(epoch), old, oldPerBatch, Permutation.random(old.size(), random));
  }

  /**
   * The batches of one epoch.
   *
   * @param recent the new part of each
   * @param old what the old parts are chosen from
   * @param oldPerBatch how many of them a batch has
   * @param order of the old ones
   */
  private record Mixed(Batches recent, List<Sequence> old, int oldPerBatch, Permutation order)
      implements Batches {

    @Override
    public int count() {
      return recent.count();
    }

    @Override
    public List<Sequence> at(int number) {
      List<Sequence> batch = new ArrayList<>(recent.at(number));
      for (int i = 0; i < oldPerBatch; i++) {
        long turn = (long) number * oldPerBatch + i;
        batch.add(old.get(order.at((int) (turn % old.size()))));
      }
      return batch;
    }
  }
}
