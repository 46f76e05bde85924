package lindyn.data;

/**
 * A window or sequence by the rows of its samples. T time steps end at row {@code end}; those that
 * lie before the first sample or behind the last one stand for that one.
 *
 * @param end row of the last step
 * @param start row of the first sample that may be seen; often the first of a trajectory
 * @param scoredFrom row of the first sample whose prediction is in the loss; none is if it lies
 *     behind the last one
 * @param last row of the last sample that may be seen, and is in the loss
 * @param goesOn whether the state before the first step is that after the sequence in the same
 *     place of the batch before; otherwise it is zero
 */
public record Sequence(int end, int start, int scoredFrom, int last, boolean goesOn) {

  /** Makes one that begins with a state of zero and ends with its last sample. */
  public Sequence(int end, int start, int scoredFrom) {
    this(end, start, scoredFrom, end, false);
  }

  /**
   * Makes the window or sequence of a network.
   *
   * @param end row of the last sample
   * @param start row of the first sample that may be seen
   * @param history tells how many of the last steps are in the loss; repetitions of the first
   *     sample are not
   */
  public static Sequence of(int end, int start, History history) {
    return new Sequence(end, start, Math.max(start, end + 1 - history.scoredSteps()));
  }

  /** Returns one that scores nothing, for a place of a batch that has nothing to do. */
  public static Sequence unscored() {
    return new Sequence(0, 0, 1);
  }

  /** Returns the row of the sample that stands for a step's row. */
  int sample(int row) {
    return Math.min(last, Math.max(start, row));
  }

  /** Returns the number of samples that are in the loss. */
  public int scoredSamples() {
    return Math.max(0, Math.min(end, last) + 1 - scoredFrom);
  }
}
