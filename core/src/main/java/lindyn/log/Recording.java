package lindyn.log;

import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Trajectory;
import lindyn.log.format.LogColumns;

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

  /**
   * Which columns of a row are what: q, qd, qdd, the extra inputs, then tau.
   *
   * @param joints number of joints d
   * @param extraInputs number of extra inputs
   * @param torques number of torques, d or 0
   */
  record Layout(int joints, int extraInputs, int torques) {

    static Layout of(LogColumns columns) {
      return new Layout(
          columns.joints(), columns.numbers().extra().size(), columns.numbers().tau().size());
    }

    /** Returns the number of columns. */
    int width() {
      return 3 * joints + extraInputs + torques;
    }

    /** Views rows as a recording. */
    Recording recording(String id, SampleTimes times, JointSeries.Rows rows) {
      var motion =
          new Motion(
              id,
              times,
              rows.columns(0, joints),
              rows.columns(joints, joints),
              rows.columns(2 * joints, joints),
              rows.columns(3 * joints, extraInputs));
      return new Recording(motion, rows.columns(3 * joints + extraInputs, torques));
    }
  }
}
