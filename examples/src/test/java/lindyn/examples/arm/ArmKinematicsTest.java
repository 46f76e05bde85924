package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmKinematicsTest {

  private final ArmKinematics kinematics = new ArmKinematics(KukaLwr.ARM);

  @Test
  void anUprightArmIsAsHighAsItsLinksAreLong() {
    double height = .102 + .2085 + .1915 + .2085 + .1915 + .1985 + .078 + .12;

    kinematics.moveTo(new double[7]);

    assertEquals(0, kinematics.tool(0), 1e-15);
    assertEquals(0, kinematics.tool(1), 1e-15);
    assertEquals(height, kinematics.tool(2), 1e-15);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void theJacobianIsTheSlopeOfTheToolPoint(long seed) {
    double[] q = new SplittableRandom(seed).doubles(7, -3, 3).toArray();
    double step = 1e-6;
    for (int joint = 0; joint < 7; joint++) {
      for (int coordinate = 0; coordinate < 3; coordinate++) {
        double slope =
            (toolAt(q, joint, step, coordinate) - toolAt(q, joint, -step, coordinate)) / (2 * step);
        kinematics.moveTo(q);
        assertEquals(slope, kinematics.jacobian(coordinate, joint), 1e-9); // of the differences
      }
    }
  }

  private double toolAt(double[] q, int joint, double offset, int coordinate) {
    double[] moved = q.clone();
    moved[joint] += offset;
    kinematics.moveTo(moved);
    return kinematics.tool(coordinate);
  }
}
