package lindyn.lstm.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmWeights;

/**
 * All that the updates of a {@link TrainingSession} have changed, as plain data.
 *
 * @param updates number of updates so far
 * @param weights the network's numbers
 * @param slots what the optimiser remembers, each with a number per weight
 * @param carried h of all layers, then c of all layers, after each sequence of the last batch,
 *     shape {@code [2 units of all layers, batch]}; only if sequences go on from each other
 */
public record SessionState(
    long updates, LstmWeights weights, List<LstmWeights> slots, Optional<FloatMatrix> carried) {

  /** Copies the list. */
  public SessionState {
    slots = List.copyOf(slots);
  }

  /** Tells whether no number is NaN or infinite. */
  public boolean isFinite() {
    Stream<FloatMatrix> ofWeights =
        Stream.concat(Stream.of(weights), slots.stream())
            .flatMap(numbers -> numbers.matrices().stream());
    return Stream.concat(ofWeights, carried.stream()).allMatch(FloatMatrix::isFinite);
  }
}
