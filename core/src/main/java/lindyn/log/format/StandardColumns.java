package lindyn.log.format;

import java.util.regex.Pattern;

/** The names of columns that have a meaning of their own in every log. */
public final class StandardColumns {

  /** The ids of the trajectories. */
  public static final String TRAJECTORY = "trajectory";

  /** The sample times in s. */
  public static final String TIME = "t";

  /** What errors about the names say. */
  static final String EXPECTED_HEADER =
      "expected a header such as trajectory,t,q1,q2,qd1,qd2,qdd1,qdd2,tau1,tau2";

  /** The same for formats with arrays. */
  static final String EXPECTED_VARIABLES = "expected variables such as t, q, qd, qdd, tau";

  private static final Pattern NUMBERED = Pattern.compile("(?:q|qd|qdd|tau)(?:0|[1-9][0-9]{0,3})");

  private StandardColumns() {}

  /** Tells whether a column of this name has a meaning of its own in every log. */
  public static boolean contains(String name) {
    return name.equals(TRAJECTORY) || name.equals(TIME) || isNumbered(name);
  }

  /** Tells whether a name is that of a joint's column, as qd3. */
  public static boolean isNumbered(String name) {
    return NUMBERED.matcher(name).matches();
  }
}
