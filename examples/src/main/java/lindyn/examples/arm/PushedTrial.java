package lindyn.examples.arm;

/**
 * What really happened in a trial, at the sample times: nothing here is noisy or rounded.
 *
 * @param motorPosition what an ideal position sensor reads, in rad
 * @param friction torques of the gears, in N·m
 * @param torque torques of the joints, in N·m
 * @param lateTorque those torques behind the sensor's delay and lag, in N·m
 * @param scene the flask: contact force in N, its position and the liquid's displacement in m
 */
record PushedTrial(
    SampleTable motorPosition,
    SampleTable friction,
    SampleTable torque,
    SampleTable lateTorque,
    SampleTable scene) {

  static final int CONTACT = 0;
  static final int FLASK = 1;
  static final int SLOSH = 2;

  static PushedTrial empty(int joints) {
    return new PushedTrial(
        new SampleTable(ArmSetup.SAMPLES, joints),
        new SampleTable(ArmSetup.SAMPLES, joints),
        new SampleTable(ArmSetup.SAMPLES, joints),
        new SampleTable(ArmSetup.SAMPLES, joints),
        new SampleTable(ArmSetup.SAMPLES, 3));
  }
}
