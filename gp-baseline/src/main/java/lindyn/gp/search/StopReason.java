package lindyn.gp.search;

/** Why an ascent ended. */
public enum StopReason {
  /** The projected gradient is below its tolerance. */
  FLAT(true, "the gradient vanished"),
  /** The gain that is left is below its tolerance, or below rounding. */
  NO_GAIN(true, "no gain was left"),
  /** No trial step was better, though the gradient promises one: it is wrong or very rough. */
  NO_BETTER_STEP(false, "no step led upwards"),
  /** The most evaluations were done. */
  MOST_EVALUATIONS(false, "the most evaluations were done"),
  /** The function does not exist at the start. */
  UNDEFINED_START(false, "the function does not exist at the start");

  private final boolean converged;
  private final String words;

  StopReason(boolean converged, String words) {
    this.converged = converged;
    this.words = words;
  }

  /** Tells whether the end is a maximum, as far as the tolerances tell. */
  public boolean converged() {
    return converged;
  }

  /** Returns the reason as part of a sentence. */
  public String words() {
    return words;
  }
}
