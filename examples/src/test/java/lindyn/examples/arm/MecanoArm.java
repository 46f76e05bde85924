package lindyn.examples.arm;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import us.ihmc.euclid.matrix.Matrix3D;
import us.ihmc.euclid.referenceFrame.ReferenceFrame;
import us.ihmc.mecano.algorithms.InverseDynamicsCalculator;
import us.ihmc.mecano.multiBodySystem.RevoluteJoint;
import us.ihmc.mecano.multiBodySystem.RigidBody;
import us.ihmc.mecano.multiBodySystem.interfaces.RigidBodyBasics;

/** The same arm in the multi-body library mecano, which shares no code with ours. */
final class MecanoArm {

  private final List<RevoluteJoint> joints = new ArrayList<>();
  private final InverseDynamicsCalculator calculator;

  MecanoArm(SerialArm arm) {
    var base = new RigidBody("base", ReferenceFrame.getWorldFrame());
    RigidBodyBasics parent = base;
    for (Link link : arm.links()) {
      String name = "joint" + (joints.size() + 1);
      var joint = new RevoluteJoint(name, parent, vector(link.origin()), vector(link.axis()));
      parent =
          new RigidBody(
              "link of " + name,
              joint,
              matrix(link.inertia()),
              link.mass(),
              vector(link.centreOfMass()));
      joints.add(joint);
    }
    calculator = new InverseDynamicsCalculator(base);
    calculator.setGravitationalAcceleration(-9.81);
  }

  private static us.ihmc.euclid.tuple3D.Vector3D vector(Vector3D v) {
    return new us.ihmc.euclid.tuple3D.Vector3D(v.getX(), v.getY(), v.getZ());
  }

  private static Matrix3D matrix(Inertia i) {
    return new Matrix3D(i.xx(), i.xy(), i.xz(), i.xy(), i.yy(), i.yz(), i.xz(), i.yz(), i.zz());
  }

  double[] torques(double[] q, double[] qd, double[] qdd) {
    for (int j = 0; j < q.length; j++) {
      joints.get(j).setQ(q[j]);
      joints.get(j).setQd(qd[j]);
      joints.get(j).setQdd(qdd[j]);
      joints.get(j).updateFrame();
    }
    joints.get(0).getPredecessor().updateFramesRecursively();
    calculator.compute();
    return joints.stream()
        .mapToDouble(joint -> calculator.getComputedJointTau(joint).get(0))
        .toArray();
  }
}
