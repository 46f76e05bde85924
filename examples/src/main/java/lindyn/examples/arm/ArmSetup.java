package lindyn.examples.arm;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.Signals;

/**
 * What all trials of a data set have in common.
 *
 * @param joints how many joints move and are measured: 5 as in the paper, with joints 6 and 7
 *     locked, or all 7
 * @param sensors what the sensors do
 */
public record ArmSetup(int joints, SensorModel sensors) {

  /** Time between two samples, in s. */
  public static final double SAMPLE_PERIOD = 0.01;

  /** Samples of a whole trial, which lasts 4.1 s. */
  public static final int SAMPLES = 410;

  /** The paper's five joints with the sensors that make memory pay. */
  public static final ArmSetup DEFAULT = new ArmSetup(5, SensorVariant.LAG_30_30.model());

  static final int SAMPLES_PER_SECOND = 100;

  /** Time between two steps of the integration, in s. */
  static final double STEP = 0.001;

  static final int STEPS_PER_SAMPLE = 10;

  /**
   * Checks the number of joints.
   *
   * @throws IllegalArgumentException if it is neither 5 nor 7
   */
  public ArmSetup {
    if (joints != 5 && joints != 7) {
      throw new IllegalArgumentException("joints must be 5 or 7, got " + joints);
    }
  }

  /** Returns this setup with other sensors. */
  public ArmSetup withSensors(SensorModel newSensors) {
    return new ArmSetup(joints, newSensors);
  }

  /** Returns the columns of a log of this setup: joint1 to joint5 or joint7, torques in N·m. */
  public Signals signals() {
    return new Signals(
        IntStream.rangeClosed(1, joints).mapToObj(joint -> "joint" + joint).toList(),
        List.of(),
        Signals.NEWTON_METRE,
        SAMPLE_PERIOD);
  }

  /** Returns what drives each joint that moves. */
  List<JointDrive> drives() {
    return KukaLwr.DRIVES.subList(0, joints);
  }
}
