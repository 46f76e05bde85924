package lindyn.sweep;

/**
 * A candidate at the end of a rung.
 *
 * @param candidate the candidate
 * @param rung the rung, from 1
 * @param course its training so far
 * @param state what becomes of it
 */
public record Trial(Candidate candidate, int rung, Course course, State state) {

  /** What becomes of a candidate at the end of a rung. */
  public enum State {
    /** Others of its rung are still being trained. */
    WAITING,
    /** It is among the best, and goes on. */
    GOING_ON,
    /** Others are better, so it ends here. */
    STOPPED,
    /** Its training is at its end. */
    FINISHED,
    /** Its error or a weight became infinite or NaN. */
    DIVERGED
  }

  /** Returns its validation error; infinite if it diverged. */
  public double error() {
    return course.error();
  }

  Trial withState(State newState) {
    return new Trial(candidate, rung, course, newState);
  }
}
