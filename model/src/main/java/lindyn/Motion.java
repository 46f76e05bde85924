package lindyn;

import java.util.List;

/**
 * A sampled motion of one robot: what an inverse dynamics model sees.
 *
 * <p>Every series has one row per sample time. A model's input is the row {@code [q, qd, qdd,
 * extra]} (Rueckert et al. 2017, section II: x = [q, qd, qdd]).
 *
 * @param id names the motion in logs, errors and reports
 * @param times when each row was sampled
 * @param q joint positions, shape {@code [timeSteps, joints]}, in rad
 * @param qd joint velocities, shape {@code [timeSteps, joints]}, in rad/s
 * @param qdd joint accelerations, shape {@code [timeSteps, joints]}, in rad/s²
 * @param extra further inputs such as a load, shape {@code [timeSteps, extraInputs]}; may have no
 *     columns
 */
public record Motion(
    String id,
    SampleTimes times,
    JointSeries q,
    JointSeries qd,
    JointSeries qdd,
    JointSeries extra) {

  /**
   * Checks that the series fit together.
   *
   * @throws IllegalArgumentException if a shape differs from q's, or there is no joint
   */
  public Motion {
    Checks.positive(q.joints(), "joints of motion " + id);
    requireShape(times.size(), q.joints(), q, "q", id);
    requireShape(times.size(), q.joints(), qd, "qd", id);
    requireShape(times.size(), q.joints(), qdd, "qdd", id);
    requireShape(times.size(), extra.joints(), extra, "extra", id);
  }

  /** Returns the number of samples. */
  public int timeSteps() {
    return times.size();
  }

  /** Returns the number of joints d. */
  public int joints() {
    return q.joints();
  }

  /** Returns the number of inputs per time step: 3d and the extra inputs. */
  public int inputs() {
    return 3 * joints() + extra.joints();
  }

  /** Copies the input row {@code [q, qd, qdd, extra]} of one time step into {@code target}. */
  public void copyInputs(int timeStep, float[] target, int offset) {
    if (q.isFollowedBy(qd) && qd.isFollowedBy(qdd) && qdd.isFollowedBy(extra)) {
      q.copy(timeStep, 0, inputs(), target, offset); // as logs keep them: one copy for four
      return;
    }
    q.copyRow(timeStep, target, offset);
    qd.copyRow(timeStep, target, offset + joints());
    qdd.copyRow(timeStep, target, offset + 2 * joints());
    extra.copyRow(timeStep, target, offset + 3 * joints());
  }

  /** Returns all input rows, shape {@code [timeSteps, inputs]}, without copying them. */
  public JointSeries inputSeries() {
    return JointSeries.beside(List.of(q, qd, qdd, extra));
  }

  /** Returns the rows {@code from} (inclusive) to {@code to} (exclusive) under a new id. */
  public Motion slice(String newId, int from, int to) {
    return new Motion(
        newId,
        times.slice(from, to),
        q.slice(from, to),
        qd.slice(from, to),
        qdd.slice(from, to),
        extra.slice(from, to));
  }

  static void requireShape(
      int timeSteps, int columns, JointSeries series, String name, String motion) {
    if (series.timeSteps() != timeSteps || series.joints() != columns) {
      throw new IllegalArgumentException(
          String.format(
              "%s of motion %s has shape [%d, %d], expected [%d, %d]",
              name, motion, series.timeSteps(), series.joints(), timeSteps, columns));
    }
  }
}
