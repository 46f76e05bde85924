package lindyn.examples.arm;

/**
 * A flask of liquid that slides along a line on a table while something pushes it from behind. The
 * contact is a spring and a damper side by side that cannot pull; the table's friction is μmg
 * tanh(v / 0.01 m/s), Coulomb's law made smooth. A step is semi-implicit Euler.
 */
final class Flask {

  private static final double EMPTY_MASS = 0.2;
  private static final double CONTACT_STIFFNESS = 300;
  private static final double CONTACT_DAMPING = 25;
  private static final double TABLE_FRICTION = 0.25;
  private static final double SLIDING_VELOCITY = 0.01;

  private final SloshingLiquid liquid;
  private final double weight;
  private final double restingMass;
  private final double step;
  private double position;
  private double velocity;

  /**
   * Puts a flask on the table.
   *
   * @param fill mass of its liquid, in kg
   * @param position where it stands along its line, in m
   * @param step time between two calls, in s
   */
  Flask(double fill, double position, double step) {
    this.liquid = new SloshingLiquid(fill, step);
    this.weight = (EMPTY_MASS + fill) * SerialArm.GRAVITY;
    this.restingMass = EMPTY_MASS + liquid.restingMass();
    this.position = position;
    this.step = step;
  }

  /**
   * Advances by one step.
   *
   * @param tip where the pushing tip is along the line, in m
   * @param tipVelocity in m/s
   * @return the contact force between tip and flask, in N, never negative
   */
  double advance(double tip, double tipVelocity) {
    double contact = contact(tip - position, tipVelocity - velocity);
    double friction = TABLE_FRICTION * weight * StrictMath.tanh(velocity / SLIDING_VELOCITY);
    double acceleration = (contact - friction + liquid.force()) / restingMass;
    velocity += step * acceleration;
    position += step * velocity;
    liquid.advance(acceleration);
    return contact;
  }

  private static double contact(double penetration, double approach) {
    return penetration > 0
        ? Math.max(0, CONTACT_STIFFNESS * penetration + CONTACT_DAMPING * approach)
        : 0;
  }

  /** Returns where the flask is along its line, in m. */
  double position() {
    return position;
  }

  /** Returns how fast the flask slides, in m/s. */
  double velocity() {
    return velocity;
  }

  /** Returns how far the liquid has sloshed ahead of the flask, in m. */
  double slosh() {
    return liquid.displacement();
  }
}
