package lindyn.inspect;

import lindyn.Signals;

/** What a column measures. */
public enum Quantity {
  /** Joint positions, in rad. */
  POSITION("q", "rad"),
  /** Joint velocities, in rad/s. */
  VELOCITY("qd", "rad/s"),
  /** Joint accelerations, in rad/s². */
  ACCELERATION("qdd", "rad/s²"),
  /** Further inputs, in a unit that the log does not tell. */
  EXTRA("", ""),
  /** Joint torques, in the log's torque unit. */
  TORQUE("tau", "");

  private final String symbol;
  private final String unit;

  Quantity(String symbol, String unit) {
    this.symbol = symbol;
    this.unit = unit;
  }

  /** Returns the letters before the joint's number in a column's name; none for extra inputs. */
  public String symbol() {
    return symbol;
  }

  /** Returns the unit, or nothing if it is not known. */
  public String unit(Signals signals) {
    return this == TORQUE ? signals.torqueUnit() : unit;
  }
}
