package lindyn;

import java.util.List;

/**
 * The signals of one robot: which inputs a model reads and which torques it predicts.
 *
 * @param jointNames one name per joint, in the order of the columns
 * @param extraInputs names of the inputs beside q, qd and qdd, in the order of the columns
 * @param torqueUnit unit of tau, N·m unless the log says otherwise
 * @param samplePeriod median time between two samples, in s
 * @param derivatives how qd and qdd came about
 */
public record Signals(
    List<String> jointNames,
    List<String> extraInputs,
    String torqueUnit,
    double samplePeriod,
    Derivatives derivatives) {

  /** The SI unit of joint torques. */
  public static final String NEWTON_METRE = "N·m";

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no joint, no unit, or the period is not positive
   */
  public Signals {
    jointNames = List.copyOf(jointNames);
    extraInputs = List.copyOf(extraInputs);
    Checks.positive(jointNames.size(), "number of joints");
    Checks.positive(samplePeriod, "samplePeriod");
    if (torqueUnit.isBlank()) {
      throw new IllegalArgumentException("the torque unit is blank");
    }
  }

  /** Takes the signals of a robot whose qd and qdd are measured. */
  public Signals(
      List<String> jointNames, List<String> extraInputs, String torqueUnit, double samplePeriod) {
    this(jointNames, extraInputs, torqueUnit, samplePeriod, Derivatives.MEASURED);
  }

  /** Returns the number of joints d. */
  public int joints() {
    return jointNames.size();
  }

  /** Returns the number of inputs per time step: 3d and the extra inputs. */
  public int inputs() {
    return 3 * joints() + extraInputs.size();
  }

  /**
   * Checks that a motion has these signals.
   *
   * @throws IllegalArgumentException if it has other joints or other extra inputs
   */
  public void requireFit(Motion motion) {
    if (motion.joints() != joints() || motion.extra().joints() != extraInputs.size()) {
      throw new IllegalArgumentException(
          String.format(
              "motion %s has %d joints and %d extra inputs; the model was trained on %d joints and"
                  + " the extra inputs %s",
              motion.id(), motion.joints(), motion.extra().joints(), joints(), extraInputs));
    }
  }
}
