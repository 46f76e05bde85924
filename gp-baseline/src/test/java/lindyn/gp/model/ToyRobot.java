package lindyn.gp.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Provenance;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.LogNotes;

/** A made-up robot with two joints and smooth torques. */
final class ToyRobot {

  static final Signals SIGNALS = new Signals(List.of("shoulder", "elbow"), List.of(), "N·m", 0.01);

  private ToyRobot() {}

  static LogData log(int trajectories, int timeSteps, long seed) {
    var random = new SplittableRandom(seed);
    List<Trajectory> all = new ArrayList<>();
    for (int i = 0; i < trajectories; i++) {
      all.add(trajectory("t" + i, timeSteps, random));
    }
    return new LogData(
        SIGNALS, all, List.of(new Provenance.Source("toy.csv", "0".repeat(64), 1)), LogNotes.NONE);
  }

  private static Trajectory trajectory(String id, int timeSteps, SplittableRandom random) {
    double frequency = random.nextDouble(3, 6);
    double phase = random.nextDouble(0, 6);
    float[] q = new float[2 * timeSteps];
    float[] qd = new float[2 * timeSteps];
    float[] qdd = new float[2 * timeSteps];
    float[] tau = new float[2 * timeSteps];
    for (int t = 0; t < timeSteps; t++) {
      double angle = frequency * 0.01 * t + phase;
      for (int joint = 0; joint < 2; joint++) {
        int i = 2 * t + joint;
        double size = 1 + joint;
        q[i] = (float) (size * Math.sin(angle + joint));
        qd[i] = (float) (size * frequency * Math.cos(angle + joint));
        qdd[i] = (float) (-size * frequency * frequency * Math.sin(angle + joint));
        tau[i] = (float) (0.4 * qdd[i] + 9.81 * Math.cos(q[i]) + Math.tanh(qd[i]));
      }
    }
    return new Trajectory(
        new Motion(
            id,
            SampleTimes.every(0.01, timeSteps),
            JointSeries.of(q, timeSteps, 2),
            JointSeries.of(qd, timeSteps, 2),
            JointSeries.of(qdd, timeSteps, 2),
            JointSeries.of(new float[0], timeSteps, 0)),
        JointSeries.of(tau, timeSteps, 2));
  }
}
