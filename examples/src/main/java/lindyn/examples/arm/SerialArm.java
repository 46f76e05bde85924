package lindyn.examples.arm;

import java.util.List;
import lindyn.Checks;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * A chain of links on a fixed base, the base's z axis pointing up; immutable.
 *
 * @param links from the base to the tip
 * @param tool the tool point, in the last link's frame, in m
 */
public record SerialArm(List<Link> links, Vector3D tool) {

  /** Acceleration of gravity throughout the simulation, in m/s². */
  static final double GRAVITY = 9.81;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no link
   */
  public SerialArm {
    links = List.copyOf(links);
    Checks.positive(links.size(), "links of an arm");
  }

  /** Returns the number of joints. */
  public int joints() {
    return links.size();
  }
}
