package lindyn.data;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Samples that a network is validated on, in batches; each is scored once at least.
 *
 * @param size sequences per batch; the last one may have fewer
 * @param count number of batches
 * @param batches returns a batch by its number, from 0
 */
public record ValidationBatches(int size, int count, IntFunction<List<Sequence>> batches) {

  /** Enough to fill the vector units. */
  private static final int MOST_SEQUENCES = 256;

  /**
   * Chooses batches like those of training, since a network that has learned to remember more than
   * a warm-up cannot show it on sequences that begin with a state of zero.
   *
   * @param order how training takes its sequences
   */
  public static ValidationBatches of(SampleMatrix samples, History history, SequenceOrder order) {
    return switch (order) {
      case RANDOM -> of(SequenceIndex.covering(samples, history));
      case CONTIGUOUS -> whole(ParallelStreams.whole(samples, history, MOST_SEQUENCES));
    };
  }

  /** Puts windows or sequences that do not go on from each other in batches, in their order. */
  public static ValidationBatches of(List<Sequence> all) {
    int size = Math.min(MOST_SEQUENCES, all.size());
    int count = (all.size() + size - 1) / size;
    return new ValidationBatches(
        size,
        count,
        number -> all.subList(number * size, Math.min(all.size(), (number + 1) * size)));
  }

  private static ValidationBatches whole(ParallelStreams streams) {
    return new ValidationBatches(streams.places(), streams.batches(), streams::batch);
  }

  /** Returns a batch. */
  public List<Sequence> at(int number) {
    return batches.apply(number);
  }
}
