package lindyn.examples.arm;

import lindyn.Checks;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * A rigid link and the revolute joint that moves it. The link's frame has its origin on the joint's
 * axis and turns with the link; at angle 0 it is parallel to the frame of the link before.
 *
 * @param origin the frame's origin, in the frame of the link before, in m
 * @param axis direction of the joint's axis, of length 1, in either frame
 * @param mass in kg
 * @param centreOfMass in the link's frame, in m
 * @param inertia about the centre of mass, along the link's frame
 */
public record Link(
    Vector3D origin, Vector3D axis, double mass, Vector3D centreOfMass, Inertia inertia) {

  private static final double ROUNDING = 1e-12;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the mass is not positive or the axis is not of length 1
   */
  public Link {
    Checks.positive(mass, "mass of a link");
    if (!(Math.abs(axis.getNorm() - 1) < ROUNDING)) {
      throw new IllegalArgumentException("axis of a link must be of length 1, got " + axis);
    }
  }
}
