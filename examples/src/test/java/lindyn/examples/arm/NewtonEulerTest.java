package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewtonEulerTest {

  private static final double[] NO_FORCE = new double[3];
  private static final double[] AT_REST = new double[7];

  private final ArmKinematics posture = new ArmKinematics(KukaLwr.ARM);
  private final NewtonEuler newtonEuler = new NewtonEuler(KukaLwr.ARM);

  private double[] torques(double[] q, double[] qd, double[] qdd, double[] force) {
    double[] tau = new double[7];
    posture.moveTo(q);
    newtonEuler.torques(posture, qd, qdd, force, tau);
    return tau;
  }

  private double[] torques(RandomState state) {
    return torques(state.q().copy(), state.qd().copy(), state.qdd().copy(), NO_FORCE);
  }

  @Test
  void agreesWithMecanoOnRandomStates() {
    var random = new SplittableRandom(1);
    var mecano = new MecanoArm(KukaLwr.ARM);
    for (int i = 0; i < 1000; i++) {
      var state = RandomState.of(random);

      double[] expected = mecano.torques(state.q().copy(), state.qd().copy(), state.qdd().copy());

      assertArrayEquals(expected, torques(state), 1e-10, "state " + i); // torques are up to 100
    }
  }

  /** The power put in by the joints must be the rate of change of the energy. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void powerEqualsRateOfEnergy(long seed) {
    var state = RandomState.of(new SplittableRandom(seed));
    double step = 1e-4;

    double power = dot(state.qd().copy(), torques(state));
    double rate = (energy(state.after(step)) - energy(state.after(-step))) / (2 * step);

    assertEquals(rate, power, 1e-5 * (1 + Math.abs(rate))); // error of the differences, O(step²)
  }

  private double energy(RandomState state) {
    double[] qd = state.qd().copy();
    double[] q = state.q().copy();
    double[] momentum = torques(q, AT_REST, qd, NO_FORCE);
    double[] gravity = torques(q, AT_REST, AT_REST, NO_FORCE);
    double twiceKinetic = dot(qd, momentum) - dot(qd, gravity); // qdᵀ M qd, as τ = M qdd + gravity
    return twiceKinetic / 2 + potentialEnergy(q);
  }

  private double potentialEnergy(double[] q) {
    posture.moveTo(q);
    double energy = 0;
    for (int i = 0; i < 7; i++) {
      Link link = KukaLwr.ARM.links().get(i);
      double[] centre = link.centreOfMass().toArray();
      double height =
          posture.origins()[3 * i + 5]
              + Vectors.dot(posture.orientations(), 9 * i + 15, centre, 0); // third row
      energy += link.mass() * 9.81 * height;
    }
    return energy;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void anExternalForceTakesItsJacobianTransposedOffTheTorques(long seed) {
    var random = new SplittableRandom(seed);
    var state = RandomState.of(random);
    double[] force = random.doubles(3, -50, 50).toArray();
    double[] free = torques(state);

    double[] pushed = torques(state.q().copy(), state.qd().copy(), state.qdd().copy(), force);

    double[] expected = new double[7];
    posture.jointTorques(force, expected);
    for (int j = 0; j < 7; j++) {
      assertEquals(free[j] - expected[j], pushed[j], 1e-12); // rounding of numbers up to 100
    }
  }

  @Test
  void atRestTheTorquesAreTheSlopeOfThePotentialEnergy() {
    double[] q = RandomState.of(new SplittableRandom(3)).q().copy();
    double[] tau = torques(q, AT_REST, AT_REST, NO_FORCE);
    double step = 1e-5;
    for (int j = 0; j < 7; j++) {
      double[] up = q.clone();
      double[] down = q.clone();
      up[j] += step;
      down[j] -= step;

      double slope = (potentialEnergy(up) - potentialEnergy(down)) / (2 * step);

      assertEquals(slope, tau[j], 1e-8); // error of the differences
    }
  }

  @Test
  void anUprightArmNeedsNoTorque() {
    assertArrayEquals(new double[7], torques(AT_REST, AT_REST, AT_REST, NO_FORCE), 1e-14);
  }

  @Test
  void aStretchedArmWeighsOnTheShoulder() {
    double[] tau =
        torques(new double[] {0, Math.PI / 2, 0, 0, 0, 0, 0}, AT_REST, AT_REST, NO_FORCE);

    double moment = 0;
    double distance = 0; // of the link's frame from the shoulder, along the arm
    for (int i = 1; i < 7; i++) {
      Link link = KukaLwr.ARM.links().get(i);
      distance += i == 1 ? 0 : link.origin().getZ();
      moment += link.mass() * 9.81 * (distance + link.centreOfMass().getZ());
    }
    assertEquals(-moment, tau[1], 1e-12); // joint 2 turns about -y, so the arm points to -x
    assertEquals(0, tau[0], 1e-12);
  }
}
