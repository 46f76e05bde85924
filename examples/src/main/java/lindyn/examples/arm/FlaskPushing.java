package lindyn.examples.arm;

import java.util.List;

/**
 * Integrates one trial at 1 kHz: the arm follows its motion, gives way to the flask, and its joints
 * need the torques of links, motors and friction. One object is one trial.
 */
final class FlaskPushing {

  private final int joints;
  private final ReachingMotion motion;
  private final ImpedanceDeviation deviation;
  private final ArmKinematics kinematics = new ArmKinematics(KukaLwr.ARM);
  private final NewtonEuler newtonEuler = new NewtonEuler(KukaLwr.ARM);
  private final PushingLine line;
  private final Flask flask;
  private final Joint[] drives;

  private final double[] q = new double[KukaLwr.ARM.joints()];
  private final double[] qd = new double[KukaLwr.ARM.joints()];
  private final double[] qdd = new double[KukaLwr.ARM.joints()];
  private final double[] linkTorque = new double[KukaLwr.ARM.joints()];
  private final double[] externalTorque = new double[KukaLwr.ARM.joints()];
  private final double[] toolForce = new double[3];
  private double contact;

  private FlaskPushing(ArmSetup setup, Trial trial) {
    joints = setup.joints();
    motion = new ReachingMotion(trial);
    List<JointDrive> parameters = setup.drives();
    deviation =
        new ImpedanceDeviation(
            parameters.stream().mapToDouble(JointDrive::impedance).toArray(), ArmSetup.STEP);
    line = new PushingLine(kinematics, motion, q.length);
    flask = new Flask(trial.fill(), trial.flaskDistance() * line.length(), ArmSetup.STEP);
    drives =
        parameters.stream().map(drive -> new Joint(drive, setup.sensors())).toArray(Joint[]::new);
  }

  /**
   * Simulates a trial. Cost: about 6 ms.
   *
   * @throws IllegalArgumentException if the trial is not of an arm with seven joints, or does not
   *     move the tool point
   */
  static PushedTrial simulate(ArmSetup setup, Trial trial) {
    if (trial.joints() != KukaLwr.ARM.joints()) {
      throw new IllegalArgumentException("a trial needs 7 joints, got " + trial.joints());
    }
    var pushing = new FlaskPushing(setup, trial);
    PushedTrial signals = PushedTrial.empty(setup.joints());
    int steps = ArmSetup.SAMPLES * ArmSetup.STEPS_PER_SAMPLE;
    for (int k = 0; k < steps; k++) {
      pushing.advance(k * ArmSetup.STEP);
      if (k % ArmSetup.STEPS_PER_SAMPLE == 0) {
        pushing.record(signals, k / ArmSetup.STEPS_PER_SAMPLE);
      }
    }
    return signals;
  }

  private void advance(double t) {
    motion.at(t, q, qd, qdd);
    deviation.advance(externalTorque); // of the step before: the arm gives way to what it has felt
    deviation.addTo(q, qd, qdd);
    kinematics.moveTo(q);
    contact = flask.advance(line.position(kinematics), line.velocity(kinematics, qd));
    line.copyForce(-contact, toolForce);
    kinematics.jointTorques(toolForce, externalTorque);
    newtonEuler.torques(kinematics, qd, qdd, toolForce, linkTorque);
    for (int j = 0; j < joints; j++) {
      drives[j].advance(linkTorque[j], qd[j], qdd[j]);
    }
  }

  private void record(PushedTrial signals, int row) {
    for (int j = 0; j < joints; j++) {
      Joint joint = drives[j];
      signals.motorPosition().set(row, j, q[j] + joint.drive.deflection(linkTorque[j]));
      signals.friction().set(row, j, joint.friction);
      signals.torque().set(row, j, joint.torque);
      signals.lateTorque().set(row, j, joint.lateTorque);
    }
    signals.scene().set(row, PushedTrial.CONTACT, contact);
    signals.scene().set(row, PushedTrial.FLASK, flask.position());
    signals.scene().set(row, PushedTrial.SLOSH, flask.slosh());
  }

  /** One joint's friction and torque sensor, and their latest step. */
  private static final class Joint {

    private final JointDrive drive;
    private final LuGreFriction bristles;
    private final TorqueSensor sensor;
    private double friction;
    private double torque;
    private double lateTorque;

    private Joint(JointDrive drive, SensorModel sensors) {
      this.drive = drive;
      bristles = new LuGreFriction(drive.friction(), ArmSetup.STEP);
      sensor = new TorqueSensor(sensors, ArmSetup.STEP);
    }

    private void advance(double linkTorque, double qd, double qdd) {
      friction = bristles.torqueAt(qd);
      torque = linkTorque + drive.rotorTorque(qdd) + friction;
      lateTorque = sensor.read(torque);
    }
  }
}
