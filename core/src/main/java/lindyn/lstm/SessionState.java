package lindyn.lstm;

import java.util.List;
import java.util.stream.Stream;
import lindyn.FloatMatrix;

/**
 * All that the updates of a {@link TrainingSession} have changed, as plain data.
 *
 * @param updates number of updates so far
 * @param weights the network's numbers
 * @param slots what the optimiser remembers, each with a number per weight
 */
public record SessionState(long updates, LstmWeights weights, List<LstmWeights> slots) {

  /** Copies the list. */
  public SessionState {
    slots = List.copyOf(slots);
  }

  /** Tells whether no number is NaN or infinite. */
  public boolean isFinite() {
    return Stream.concat(Stream.of(weights), slots.stream())
        .flatMap(numbers -> numbers.matrices().stream())
        .allMatch(FloatMatrix::isFinite);
  }
}
