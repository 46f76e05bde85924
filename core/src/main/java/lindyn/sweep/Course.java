package lindyn.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lindyn.train.EpochReport;
import lindyn.train.Limits;

/**
 * How a candidate's training went so far.
 *
 * @param epochs the reports of its epochs
 * @param divergence why it cannot go on, if it cannot
 */
public record Course(List<EpochReport> epochs, Optional<String> divergence) {

  /** Copies the list. */
  public Course {
    epochs = List.copyOf(epochs);
  }

  /** A course that can go on. */
  public Course(List<EpochReport> epochs) {
    this(epochs, Optional.empty());
  }

  /** Returns the epoch with the least validation error, the first one of several. */
  public Optional<EpochReport> best() {
    return epochs.stream().min(Comparator.comparingDouble(EpochReport::validationLoss));
  }

  /** Returns the least validation error of the epochs; infinite if training diverged. */
  public double error() {
    return divergence.isPresent()
        ? Double.POSITIVE_INFINITY
        : best().map(EpochReport::validationLoss).orElse(Double.POSITIVE_INFINITY);
  }

  /** Returns the time that training took, in s. */
  public double seconds() {
    return epochs.isEmpty() ? 0 : last().seconds();
  }

  private EpochReport last() {
    return epochs.get(epochs.size() - 1);
  }

  /** Tells whether limits end training here. */
  boolean isFinished(Limits limits) {
    int improved =
        epochs.stream().filter(EpochReport::best).mapToInt(EpochReport::epoch).max().orElse(0);
    return epochs.size() >= limits.epochs() || epochs.size() - improved >= limits.patience();
  }

  /** Returns what had happened after so many epochs. */
  Course upTo(int count) {
    return epochs.size() <= count ? this : new Course(epochs.subList(0, count));
  }
}
