package lindyn.data;

import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Trajectory;

/**
 * A motion as it was read, with its torques if they were read.
 *
 * @param motion what the robot did
 * @param tau torques, without columns if they were skipped
 */
record Recording(Motion motion, JointSeries tau) {

  String id() {
    return motion.id();
  }

  Recording withId(String id) {
    var renamed =
        new Motion(id, motion.times(), motion.q(), motion.qd(), motion.qdd(), motion.extra());
    return new Recording(renamed, tau);
  }

  Trajectory trajectory() {
    return new Trajectory(motion, tau);
  }
}
