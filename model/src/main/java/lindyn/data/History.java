package lindyn.data;

import lindyn.Checks;

/**
 * What a network sees before it predicts a time step.
 *
 * <p>The state is zero before the first step that is seen, and where a trajectory has no earlier
 * samples its first sample is repeated.
 */
public sealed interface History {

  /** Returns the number of time steps T that the network is unrolled over in training. */
  int timeSteps();

  /** Returns the first of those time steps whose prediction counts in the loss, from 0. */
  int firstScored();

  /** Returns which samples a time step is predicted from, for people. */
  String seen();

  /** Returns the number of time steps whose prediction counts in the loss. */
  default int scoredSteps() {
    return timeSteps() - firstScored();
  }

  /**
   * The last {@code timeSteps} samples and nothing before; the loss is on the last one (Rueckert et
   * al. 2017).
   *
   * @param timeSteps length T of the window; the predicted step is its last
   */
  record Window(int timeSteps) implements History {

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Window {
      Checks.positive(timeSteps, "window");
    }

    @Override
    public String seen() {
      return "the last " + timeSteps + " samples up to it";
    }

    @Override
    public int firstScored() {
      return timeSteps - 1;
    }
  }

  /**
   * Everything since the motion began, in one pass over it. Trained on sequences, with the loss on
   * every step after a warm-up, so that each sample costs the same whatever the network remembers.
   *
   * @param timeSteps length T of the sequences in training
   * @param warmUp steps at a sequence's start that fill the state and are not in the loss; as many
   *     repetitions of a motion's first sample precede it in prediction
   */
  record Stream(int timeSteps, int warmUp) implements History {

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if no step is left for the loss
     */
    public Stream {
      Checks.positive(timeSteps, "sequence");
      if (warmUp < 0 || warmUp >= timeSteps) {
        throw new IllegalArgumentException(
            "warm-up must be at least 0 and shorter than the sequence of "
                + timeSteps
                + " steps, got "
                + warmUp);
      }
    }

    @Override
    public String seen() {
      return "all samples up to it";
    }

    @Override
    public int firstScored() {
      return warmUp;
    }
  }
}
