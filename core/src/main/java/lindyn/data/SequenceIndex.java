package lindyn.data;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.Trajectory;
import org.jspecify.annotations.Nullable;

/**
 * Windows or sequences by index: where each one ends, and where its trajectory begins. Time steps
 * that lie before the beginning stand for the first sample.
 */
public final class SequenceIndex {

  private final int[] ends;
  private final int[] starts;

  private SequenceIndex(int[] ends, int[] starts) {
    this.ends = ends;
    this.starts = starts;
  }

  /**
   * Covers all samples, without any randomness: windows score each sample once; sequences are
   * spread evenly over a trajectory, so that neighbours may overlap and score a sample twice.
   */
  public static SequenceIndex covering(SampleMatrix samples, History history) {
    return place(samples, history, null);
  }

  /**
   * Takes as many windows or sequences as {@link #covering} in random order. Sequences also begin
   * at random places, so that each epoch sees other warm-ups; one epoch may miss samples that
   * another one scores.
   */
  public static SequenceIndex shuffled(
      SampleMatrix samples, History history, SplittableRandom random) {
    SequenceIndex index = place(samples, history, random);
    for (int i = index.size() - 1; i > 0; i--) {
      index.swap(i, random.nextInt(i + 1));
    }
    return index;
  }

  private static SequenceIndex place(
      SampleMatrix samples, History history, @Nullable SplittableRandom random) {
    int scored = history.timeSteps() - history.firstScored();
    int[] ends = new int[count(samples, scored)];
    int[] starts = new int[ends.length];
    int next = 0;
    for (int i = 0; i < samples.trajectories(); i++) {
      int sequences = sequences(samples.timeSteps(i), scored);
      for (int k = 0; k < sequences; k++, next++) {
        double jitter = random == null || scored == 1 ? 0 : random.nextDouble(-0.5, 0.5);
        starts[next] = samples.firstRow(i);
        ends[next] = starts[next] + end(samples.timeSteps(i), scored, k, jitter);
      }
    }
    return new SequenceIndex(ends, starts);
  }

  /** Returns the number of windows or sequences that cover trajectories. */
  public static int count(List<Trajectory> trajectories, History history) {
    int scored = history.timeSteps() - history.firstScored();
    return trajectories.stream().mapToInt(t -> sequences(t.timeSteps(), scored)).sum();
  }

  private static int count(SampleMatrix samples, int scored) {
    int count = 0;
    for (int i = 0; i < samples.trajectories(); i++) {
      count += sequences(samples.timeSteps(i), scored);
    }
    return count;
  }

  private static int sequences(int timeSteps, int scored) {
    return (timeSteps + scored - 1) / scored;
  }

  /** The last sample of sequence k of a trajectory; sequences are spread evenly, plus a jitter. */
  private static int end(int timeSteps, int scored, int k, double jitter) {
    int sequences = sequences(timeSteps, scored);
    if (sequences <= 1) {
      return timeSteps - 1;
    }
    double even = scored - 1 + (double) k * (timeSteps - scored) / (sequences - 1);
    long end = Math.round(even + jitter * scored);
    return (int) Math.max(scored - 1, Math.min(timeSteps - 1, end));
  }

  private void swap(int i, int j) {
    int end = ends[i];
    int start = starts[i];
    ends[i] = ends[j];
    starts[i] = starts[j];
    ends[j] = end;
    starts[j] = start;
  }

  /** Returns the number of windows or sequences. */
  public int size() {
    return ends.length;
  }

  /** Returns the row of the last sample of window or sequence i. */
  public int end(int i) {
    return ends[i];
  }

  /** Returns the row where the trajectory of window or sequence i begins. */
  public int start(int i) {
    return starts[i];
  }

  /**
   * Returns the number of samples that all sequences score, without the steps before a trajectory's
   * first sample.
   *
   * @param scoredSteps steps at the end of each sequence that are scored
   */
  public long scoredSamples(int scoredSteps) {
    long samples = 0;
    for (int i = 0; i < size(); i++) {
      samples += Math.min(scoredSteps, ends[i] - starts[i] + 1);
    }
    return samples;
  }

  /**
   * Returns {@code count} ends followed by their starts; past the last sequence it is repeated.
   *
   * @throws IllegalArgumentException if there is no sequence {@code from}
   */
  public int[] batch(int from, int count) {
    if (from < 0 || from >= size()) {
      throw new IllegalArgumentException("no sequence " + from + " of " + size());
    }
    int[] batch = new int[2 * count];
    Arrays.setAll(
        batch,
        i -> {
          int sequence = Math.min(from + i % count, size() - 1);
          return i < count ? ends[sequence] : starts[sequence];
        });
    return batch;
  }
}
