package lindyn.examples.arm;

import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * The KUKA LWR 4+, a light-weight arm of seven joints.
 *
 * <p>Geometry, masses and inertias are rounded from public URDF descriptions of the robot; three
 * inertias that were off by powers of ten there are corrected to what links of that size and mass
 * have. What the joints are made of is not public: stiffnesses are the robot's in their order of
 * magnitude (Albu-Schäffer, Ott and Hirzinger 2007, A unified passivity-based control framework for
 * position, torque and impedance control of flexible joint robots), the friction and rotor inertias
 * are what a model-based controller would leave uncompensated. Those of joints 6 and 7, which
 * Rueckert et al. do not use, continue the row of joint 5.
 */
public final class KukaLwr {

  private static final Inertia SHOULDER = new Inertia(.01561, .01535, .00441, 0, 0, .00319);
  private static final Inertia UPPER = new Inertia(.01423, .01413, .00425, 0, 0, .00228);
  private static final Inertia ELBOW = new Inertia(.01561, .01535, .00441, 0, 0, -.00319);
  private static final Inertia FOREARM = new Inertia(.01423, .01413, .00425, 0, 0, -.00228);
  private static final Inertia WRIST = new Inertia(.00881, .00814, .00360, 0, 0, .00261);
  private static final Inertia HAND = new Inertia(.00299, .00300, .00324, 0, 0, 0);
  private static final Inertia FLANGE = new Inertia(4.2e-5, 4.2e-5, 7e-5, 0, 0, 0);

  /** The seven links, the tool point 0.12 m beyond the flange. */
  public static final SerialArm ARM =
      new SerialArm(
          List.of(
              link(.102, Vector3D.PLUS_K, 2.3034, new Vector3D(0, .02333, .11815), SHOULDER),
              link(.2085, Vector3D.MINUS_J, 2.3034, new Vector3D(0, -.03275, .07366), UPPER),
              link(.1915, Vector3D.PLUS_K, 2.3034, new Vector3D(0, -.02333, .11815), ELBOW),
              link(.2085, Vector3D.PLUS_J, 2.3034, new Vector3D(0, .03274, .07366), FOREARM),
              link(.1915, Vector3D.PLUS_K, 1.6006, new Vector3D(0, .02078, .08621), WRIST),
              link(.1985, Vector3D.MINUS_J, 1.4930, new Vector3D(0, -.00452, -.00295), HAND),
              link(.078, Vector3D.PLUS_K, .1087, new Vector3D(0, 0, -.01581), FLANGE)),
          new Vector3D(0, 0, .12));

  /** What drives each joint. */
  static final List<JointDrive> DRIVES =
      List.of(
          new JointDrive(800, .8, 10e3, LuGreFriction.Parameters.of(1.2, 1.5, .6), .05),
          new JointDrive(800, .8, 10e3, LuGreFriction.Parameters.of(1.2, 1.5, .6), .05),
          new JointDrive(500, .5, 8e3, LuGreFriction.Parameters.of(.8, 1, .4), .03),
          new JointDrive(500, .5, 8e3, LuGreFriction.Parameters.of(.6, .75, .4), .03),
          new JointDrive(300, .2, 5e3, LuGreFriction.Parameters.of(.25, .32, .15), .012),
          new JointDrive(200, .2, 5e3, LuGreFriction.Parameters.of(.25, .32, .15), .012),
          new JointDrive(200, .1, 5e3, LuGreFriction.Parameters.of(.15, .19, .1), .012));

  private KukaLwr() {}

  private static Link link(
      double height, Vector3D axis, double mass, Vector3D centreOfMass, Inertia inertia) {
    return new Link(new Vector3D(0, 0, height), axis, mass, centreOfMass, inertia);
  }
}
