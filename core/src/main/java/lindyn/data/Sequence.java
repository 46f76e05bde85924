package lindyn.data;

/**
 * A window or sequence by the rows of its samples. T time steps end at its last sample; those that
 * lie before its first one stand for that one.
 *
 * @param end row of the last sample
 * @param start row of the first sample that may be seen; often the first of a trajectory
 * @param scoredFrom row of the first sample whose prediction is in the loss; none is if it lies
 *     behind the end
 */
public record Sequence(int end, int start, int scoredFrom) {

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

  /** Returns the number of samples that are in the loss. */
  public int scoredSamples() {
    return Math.max(0, end + 1 - scoredFrom);
  }
}
