package lindyn.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.Trajectory;

/**
 * Windows or sequences by index: where each one ends, and where its trajectory begins. Time steps
 * that lie before the beginning stand for the first sample. Places are computed when they are asked
 * for, so memory does not grow with the samples. Immutable.
 */
public final class SequenceIndex extends AbstractList<Sequence> implements RandomAccess {

  /** Sequences stand where they are spread evenly. */
  private static final long NO_JITTER = 0;

  private final SampleMatrix samples;
  private final History history;
  private final int scored;
  private final int[] firstSequences;
  private final Permutation order;
  private final long jitterKey;

  private SequenceIndex(SampleMatrix samples, History history, Permutation order, long jitterKey) {
    this.samples = samples;
    this.order = order;
    this.jitterKey = jitterKey;
    this.history = history;
    scored = history.scoredSteps();
    firstSequences = new int[samples.trajectories()];
    for (int i = 1; i < firstSequences.length; i++) {
      firstSequences[i] = firstSequences[i - 1] + sequences(samples.timeSteps(i - 1), scored);
    }
  }

  /**
   * Covers all samples, without any randomness: windows score each sample once; sequences are
   * spread evenly over a trajectory, so that neighbours may overlap and score a sample twice.
   */
  public static SequenceIndex covering(SampleMatrix samples, History history) {
    return new SequenceIndex(
        samples, history, Permutation.identity(count(samples, history)), NO_JITTER);
  }

  /**
   * Takes as many windows or sequences as {@link #covering} in random order. Sequences also begin
   * at random places, so that each epoch sees other warm-ups; one epoch may miss samples that
   * another one scores.
   */
  public static SequenceIndex shuffled(
      SampleMatrix samples, History history, SplittableRandom random) {
    Permutation order = Permutation.random(count(samples, history), random);
    return new SequenceIndex(samples, history, order, random.nextLong() | 1);
  }

  private static int count(SampleMatrix samples, History history) {
    return IntStream.range(0, samples.trajectories())
        .map(i -> sequences(samples.timeSteps(i), history.scoredSteps()))
        .sum();
  }

  /** Returns the number of windows or sequences that cover trajectories. */
  public static int count(List<Trajectory> trajectories, History history) {
    long count =
        trajectories.stream().mapToLong(t -> sequences(t.timeSteps(), history.scoredSteps())).sum();
    return Math.toIntExact(count);
  }

  private static int sequences(int timeSteps, int scored) {
    return (timeSteps + scored - 1) / scored;
  }

  /** Returns the number of windows or sequences. */
  @Override
  public int size() {
    return order.size();
  }

  /**
   * Returns window or sequence i.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  @Override
  public Sequence get(int i) {
    int sequence = order.at(Objects.checkIndex(i, size()));
    int trajectory = trajectory(sequence);
    int start = samples.firstRow(trajectory);
    int k = sequence - firstSequences[trajectory];
    return Sequence.of(start + end(samples.timeSteps(trajectory), k, sequence), start, history);
  }

  /** Trajectories without samples have no sequence, and share their first one with the next. */
  private int trajectory(int sequence) {
    int found = Arrays.binarySearch(firstSequences, sequence);
    int trajectory = found >= 0 ? found : -found - 2;
    while (samples.timeSteps(trajectory) == 0) {
      trajectory++;
    }
    return trajectory;
  }

  /** The last sample of sequence k of a trajectory; sequences are spread evenly, plus a jitter. */
  private int end(int timeSteps, int k, int sequence) {
    int sequences = sequences(timeSteps, scored);
    if (sequences <= 1) {
      return timeSteps - 1;
    }
    double even = scored - 1 + (double) k * (timeSteps - scored) / (sequences - 1);
    long end = Math.round(even + jitter(sequence) * scored);
    return (int) Math.max(scored - 1, Math.min(timeSteps - 1, end));
  }

  /** A number in [−0.5, 0.5) that belongs to the sequence. */
  private double jitter(int sequence) {
    if (jitterKey == NO_JITTER || scored == 1) {
      return 0;
    }
    return (Permutation.mixed(jitterKey + sequence) >>> 11) * 0x1p-53 - 0.5;
  }
}
