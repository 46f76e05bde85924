package lindyn.inspect;

/** What a column is to the derivative that it should be. */
sealed interface RateVerdict {

  /** Nothing is wrong, or the joint moves too little to tell. */
  record Sound() implements RateVerdict {}

  /**
   * A multiple of the derivative.
   *
   * @param slope derivative over column
   */
  record Scaled(double slope) implements RateVerdict {}

  /**
   * The derivative of another joint.
   *
   * @param joint that joint, from 0
   */
  record OfJoint(int joint) implements RateVerdict {}

  /**
   * No derivative of any joint.
   *
   * @param explained share of the change that the column explains
   */
  record Unrelated(double explained) implements RateVerdict {}
}
