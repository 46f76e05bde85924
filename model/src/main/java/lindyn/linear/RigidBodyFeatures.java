package lindyn.linear;

import java.util.ArrayList;
import java.util.List;
import lindyn.Checks;
import lindyn.FloatMatrix;

/**
 * Features of one time step in which the torques of a serial arm with revolute joints are nearly
 * linear: the terms of which gravity, inertia, Coriolis forces and friction are sums.
 *
 * <p>From an input {@code [q, qd, qdd, extra]} of d joints:
 *
 * <pre>
 *   q, qd, qdd, extra       the input itself
 *   sin q, cos q            gravity, where links turn about one joint
 *   tanh(qd / s)            Coulomb friction, s a small speed
 *   sin, cos of q_i+…+q_j   gravity along chains of joints i &lt; j
 *   products of two of      orientations of links: all pairs of sin q and cos q but cos² = 1 − sin²
 *   products with qdd       inertia that depends on the posture
 *   products qd_i qd_j      centrifugal and Coriolis forces
 * </pre>
 *
 * <p>Arms of up to 8 joints have all chains and pairs, so that there are O(d²) features. Longer
 * ones have those of joints that are at most two apart, beyond 16 joints of neighbours: O(d).
 *
 * @param joints number of joints d
 * @param extraInputs number of extra inputs
 * @param frictionSpeeds s of each joint, in rad/s
 */
public record RigidBodyFeatures(int joints, int extraInputs, List<Double> frictionSpeeds) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is not one positive speed per joint
   */
  public RigidBodyFeatures {
    frictionSpeeds = List.copyOf(frictionSpeeds);
    if (frictionSpeeds.size() != joints) {
      throw new IllegalArgumentException(
          "expected " + joints + " friction speeds, got " + frictionSpeeds.size());
    }
    frictionSpeeds.forEach(speed -> Checks.positive(speed, "friction speed"));
  }

  /** Returns the length of an input. */
  public int inputs() {
    return 3 * joints + extraInputs;
  }

  /** Returns the number of simple terms: the input, sin q, cos q and tanh(qd / s). */
  public int simpleTerms() {
    return inputs() + 3 * joints;
  }

  /** Returns the number of features. */
  public int count() {
    return simpleTerms() + 2 * chains().size() + products().size();
  }

  /** Returns the chains of neighbouring joints, from two joints up. */
  public List<Chain> chains() {
    List<Chain> chains = new ArrayList<>();
    for (int first = 0; first < joints; first++) {
      for (int last = first + 1; isInReach(first, last); last++) {
        chains.add(new Chain(first, last));
      }
    }
    return chains;
  }

  /**
   * Returns what adds up the angles along each chain: zeros and ones, shape {@code [joints,
   * chains]}.
   */
  public FloatMatrix chainSums() {
    List<Chain> chains = chains();
    float[] sums = new float[joints * chains.size()];
    for (int chain = 0; chain < chains.size(); chain++) {
      for (int joint = chains.get(chain).first(); joint <= chains.get(chain).last(); joint++) {
        sums[joint * chains.size() + chain] = 1;
      }
    }
    return FloatMatrix.of(joints, chains.size(), sums);
  }

  /** Returns 1 / s of each joint as float32, in s/rad. */
  public float[] inverseFrictionSpeeds() {
    float[] inverse = new float[joints];
    for (int joint = 0; joint < joints; joint++) {
      inverse[joint] = (float) (1 / frictionSpeeds.get(joint));
    }
    return inverse;
  }

  /** Tells whether two joints, the nearer to the base first, are close enough for a product. */
  boolean isInReach(int first, int last) {
    int reach = joints <= 8 ? 8 : joints <= 16 ? 2 : 1;
    return last < joints && last - first <= reach;
  }

  /** Returns the products of two simple terms, in the order of the features. */
  public List<Product> products() {
    List<Product> products = new ArrayList<>();
    int sin = inputs();
    int end = sin + 2 * joints;
    for (int a = sin; a < end; a++) {
      for (int b = a; b < end; b++) {
        boolean isCosSquared = a == b && a >= sin + joints;
        if (!isCosSquared && areInReach((a - sin) % joints, (b - sin) % joints)) {
          products.add(new Product(a, b));
        }
      }
      addReached(products, a, (a - sin) % joints, 2 * joints);
    }
    for (int first = 0; first < joints; first++) {
      for (int last = first; isInReach(first, last); last++) {
        products.add(new Product(joints + first, joints + last));
      }
    }
    return products;
  }

  /** Adds the products of a term of one joint with a block of terms of all joints in its reach. */
  private void addReached(List<Product> products, int term, int ofJoint, int block) {
    for (int joint = 0; joint < joints; joint++) {
      if (areInReach(ofJoint, joint)) {
        products.add(new Product(term, block + joint));
      }
    }
  }

  private boolean areInReach(int one, int other) {
    return isInReach(Math.min(one, other), Math.max(one, other));
  }

  /**
   * Neighbouring joints whose angles add up.
   *
   * @param first the joint nearest to the base, from 0
   * @param last the last joint
   */
  public record Chain(int first, int last) {}

  /**
   * A product of two simple terms.
   *
   * @param left index of one factor
   * @param right index of the other
   */
  public record Product(int left, int right) {}
}
