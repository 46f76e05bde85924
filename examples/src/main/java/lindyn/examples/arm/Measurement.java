package lindyn.examples.arm;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Trajectory;
import lindyn.signal.ButterworthFilter;
import lindyn.signal.CentralDifferences;

/**
 * What a log shows of a trial: noisy, quantised positions, velocities and accelerations derived
 * from them, and late, noisy torques.
 *
 * <p>Velocities are the central differences of the positions behind a zero-phase Butterworth filter
 * of order 2 at 10 Hz, accelerations the central differences of those velocities. The positions in
 * the log are as read, without the filter.
 */
final class Measurement {

  private static final ButterworthFilter FILTER =
      ButterworthFilter.lowPass(10, ArmSetup.SAMPLE_PERIOD);

  private final SensorModel sensors;
  private final List<JointDrive> drives;
  private final SampleTable q;
  private final SampleTable qd;
  private final SampleTable qdd;
  private final SampleTable tau;

  private Measurement(ArmSetup setup) {
    sensors = setup.sensors();
    drives = setup.drives();
    q = new SampleTable(ArmSetup.SAMPLES, setup.joints());
    qd = new SampleTable(ArmSetup.SAMPLES, setup.joints());
    qdd = new SampleTable(ArmSetup.SAMPLES, setup.joints());
    tau = new SampleTable(ArmSetup.SAMPLES, setup.joints());
  }

  /** Reads the sensors of a whole trial. */
  static Measurement of(ArmSetup setup, PushedTrial trial, TrialRandom noise) {
    var measurement = new Measurement(setup);
    for (int row = 0; row < ArmSetup.SAMPLES; row++) {
      measurement.read(trial, row, noise);
    }
    for (int j = 0; j < setup.joints(); j++) {
      measurement.derive(j);
    }
    return measurement;
  }

  private void read(PushedTrial trial, int row, TrialRandom noise) {
    for (int j = 0; j < drives.size(); j++) {
      double position =
          trial.motorPosition().at(row, j) + sensors.positionNoise() * noise.gaussian();
      q.set(row, j, Math.rint(position / sensors.positionStep()) * sensors.positionStep());
    }
    for (int j = 0; j < drives.size(); j++) {
      double deviation = sensors.torqueNoise() * drives.get(j).torqueNoise();
      tau.set(row, j, trial.lateTorque().at(row, j) + deviation * noise.gaussian());
    }
  }

  private void derive(int joint) {
    double[] smooth = FILTER.zeroPhase(q.column(joint));
    double[] velocity = CentralDifferences.derivative(smooth, ArmSetup.SAMPLE_PERIOD);
    qd.setColumn(joint, velocity);
    qdd.setColumn(joint, CentralDifferences.derivative(velocity, ArmSetup.SAMPLE_PERIOD));
  }

  SampleTable q() {
    return q;
  }

  SampleTable qd() {
    return qd;
  }

  SampleTable qdd() {
    return qdd;
  }

  SampleTable tau() {
    return tau;
  }

  /** Returns the measurement as a log holds it. */
  Trajectory trajectory(String id) {
    double[] times =
        IntStream.range(0, q.rows())
            .mapToDouble(row -> row / (double) ArmSetup.SAMPLES_PER_SECOND)
            .toArray();
    var motion =
        new Motion(
            id,
            SampleTimes.of(times),
            series(q),
            series(qd),
            series(qdd),
            JointSeries.of(new float[0], q.rows(), 0));
    return new Trajectory(motion, series(tau));
  }

  private static JointSeries series(SampleTable table) {
    return JointSeries.of(table.toFloats(), table.rows(), table.columns());
  }
}
