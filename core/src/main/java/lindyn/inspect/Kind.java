package lindyn.inspect;

import lindyn.inspect.Finding.Severity;

/** The kinds of findings, in the order in which they are shown. */
public enum Kind {
  /** Times are in ms, µs or ns. */
  TIME_UNIT(
      Severity.MEND,
      "median time between rows, in s as read",
      "Give t in s, or divide it by the factor."),
  /** Positions look like degrees. */
  DEGREES(
      Severity.MEND,
      "largest |q|",
      "Convert q, qd and qdd to radians; joints that turn without end may stay."),
  /** A rate is not the derivative of its quantity, but a multiple of it. */
  RATE_SCALE(
      Severity.MEND,
      "true change over the integral of the column; 1 is sound",
      "Check the column's unit and sign, the times or --sample-period, and gear ratios."),
  /** A rate is the derivative of another joint's quantity. */
  SWAPPED(
      Severity.MEND,
      "number of the joint that the column fits",
      "Check the order of the columns when the log was written."),
  /** A rate has nothing to do with the derivative of its quantity. */
  UNRELATED(
      Severity.MEND,
      "share of the true change that the column explains; 1 is sound",
      "Check which signal the column holds, or leave it out and let it be derived."),
  /** Joints move as if rows had been sampled at other times than stated. */
  HIDDEN_JITTER(
      Severity.CHECK,
      "typical deviation of a step from its neighbours, as a share of it",
      "Log the time at which each row was measured and give it as t; otherwise derive qd and qdd"
          + " with a filter."),
  /** Sampling periods vary. */
  IRREGULAR(
      Severity.CHECK,
      "standard deviation of the time between rows, as a share of its mean",
      "Models see rows, not times: --irregular resample makes them even."),
  /** Rows are missing. */
  GAPS(
      Severity.CHECK,
      "longest time without a row, in s",
      "Cut the trajectory in two there, or resample it."),
  /** Positions jump by a full turn. */
  ANGLE_WRAP(
      Severity.MEND,
      "number of jumps",
      "Unwrap the angle (numpy.unwrap), or the model sees impossible motions."),
  /** A sensor stands still while its joint moves. */
  STUCK(
      Severity.MEND,
      "longest time without a change, in s",
      "Look at the sensor and cut these rows out."),
  /** Numbers repeat from row to row while the joint moves. */
  HELD(
      Severity.CHECK,
      "share of rows in motion that repeat the row before",
      "The signal was sampled more slowly than the log was written: log at its rate."),
  /** Torques stand at their limit. */
  SATURATED(
      Severity.CHECK,
      "share of rows in motion at the limit",
      "The true torque is not known there: cut these rows out or widen the sensor's range."),
  /** Single numbers lie far from their neighbours. */
  SPIKES(Severity.CHECK, "number of spikes", "Look at the worst and filter them out."),
  /** Numbers lie very far from all others. */
  OUTLIERS(
      Severity.CHECK,
      "number of outliers",
      "See whether the robot did that; derivatives at the ends of a recording and lost messages"
          + " look so. Cut these rows out."),
  /** A column moves in few large steps. */
  QUANTIZED(
      Severity.CHECK,
      "resolution over standard deviation",
      "Errors below the resolution cannot be reached; log with more digits if there are any."),
  /** A column never changes. */
  CONSTANT(
      Severity.CHECK,
      "the value",
      "Nothing can be learnt from it; leave the joint or the input out if it is not meant."),
  /** Trajectories hold the same numbers. */
  DUPLICATE(
      Severity.MEND,
      "number of samples",
      "Remove the copies: in training and test they make errors look small."),
  /** Trajectories are too short to learn from. */
  SHORT(Severity.CHECK, "number of samples", "Remove them, or join what belongs together.");

  private final Severity severity;
  private final String measure;
  private final String advice;

  Kind(Severity severity, String measure, String advice) {
    this.severity = severity;
    this.measure = measure;
    this.advice = advice;
  }

  /** Returns how much it matters. */
  public Severity severity() {
    return severity;
  }

  /** Returns what the numbers of the evidence are. */
  public String measure() {
    return measure;
  }

  /** Returns what to do. */
  public String advice() {
    return advice;
  }
}
