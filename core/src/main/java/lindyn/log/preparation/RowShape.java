package lindyn.log.preparation;

import lindyn.Derivatives;

/**
 * The columns of a log's rows: q, then qd and qdd where they are measured, extra inputs, tau.
 *
 * @param joints number of joints d
 * @param derivatives which of qd and qdd are measured, and how the others are derived
 * @param others number of extra inputs and torques
 */
public record RowShape(int joints, Derivatives derivatives, int others) {

  /** Returns the first column of qdd, if it is measured. */
  int firstQdd() {
    return derivatives.derivesQd() ? joints : 2 * joints;
  }

  /** Returns the first column behind q, qd and qdd. */
  int firstOther() {
    return derivatives.derivesQdd() ? firstQdd() : firstQdd() + joints;
  }

  /** Returns the number of columns. */
  int width() {
    return firstOther() + others;
  }

  /** Returns the number of columns once nothing lacks. */
  int completeWidth() {
    return 3 * joints + others;
  }
}
