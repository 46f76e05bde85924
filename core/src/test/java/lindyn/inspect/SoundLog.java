package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.RandomTrajectory;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.LogNotes;

/**
 * A log of a made-up robot with nothing wrong in it, for tests to spoil. Joints swing on sums of
 * two sines, rest at the end as robots do, and encoders and torque sensors have noise and steps.
 */
final class SoundLog {

  static final int JOINTS = 3;
  static final int TRAJECTORIES = 6;
  static final int TIME_STEPS = 400;
  static final int MOVING = 350;
  static final double PERIOD = 0.01;

  private static final int COLUMNS = 4 * JOINTS;

  /** Times of one trajectory, in s, and its rows in the order q, qd, qdd, tau. */
  private static final class Part {

    private final String id;
    private final double[] times;
    private final float[][] rows;

    Part(String id, double[] times, float[][] rows) {
      this.id = id;
      this.times = times;
      this.rows = rows;
    }
  }

  /** Changes a number that stands in a row. */
  @FunctionalInterface
  interface Change {
    double apply(int timeStep, double number);
  }

  private final List<Part> parts = new ArrayList<>();

  SoundLog() {
    var random = new SplittableRandom(1);
    for (int i = 1; i <= TRAJECTORIES; i++) {
      parts.add(part(Integer.toString(i), random));
    }
  }

  static int q(int joint) {
    return joint - 1;
  }

  static int qd(int joint) {
    return JOINTS + joint - 1;
  }

  static int qdd(int joint) {
    return 2 * JOINTS + joint - 1;
  }

  static int tau(int joint) {
    return 3 * JOINTS + joint - 1;
  }

  private static Part part(String id, SplittableRandom random) {
    double[] times = new double[TIME_STEPS];
    float[][] rows = new float[TIME_STEPS][COLUMNS];
    for (int joint = 1; joint <= JOINTS; joint++) {
      double frequency = random.nextDouble(2, 5);
      double phase = random.nextDouble(0, 6);
      for (int t = 0; t < TIME_STEPS; t++) {
        times[t] = t * PERIOD;
        double clock = Math.min(t, MOVING) * PERIOD;
        boolean rests = t >= MOVING;
        double slow = frequency * clock + phase;
        double fast = 2.3 * slow;
        double qd = rests ? 0 : frequency * (Math.cos(slow) + 0.3 * 2.3 * Math.cos(fast));
        double qdd =
            rests ? 0 : -frequency * frequency * (Math.sin(slow) + 0.3 * 5.29 * Math.sin(fast));
        double q = Math.sin(slow) + 0.3 * Math.sin(fast);
        rows[t][q(joint)] = (float) steps(q + 1e-5 * random.nextDouble(-1, 1), 1e-5);
        rows[t][qd(joint)] = (float) (qd + 2e-3 * random.nextDouble(-1, 1));
        rows[t][qdd(joint)] = (float) (qdd + 0.05 * random.nextDouble(-1, 1));
        double tau = 0.5 * qdd + 8 * Math.cos(q) + Math.tanh(9 * qd);
        rows[t][tau(joint)] = (float) steps(tau + 0.2 * random.nextDouble(-1, 1), 0.01);
      }
    }
    return new Part(id, times, rows);
  }

  static double steps(double value, double step) {
    return Math.rint(value / step) * step;
  }

  /** Changes a column of all trajectories. */
  SoundLog change(int column, Change change) {
    for (Part part : parts) {
      for (int t = 0; t < part.rows.length; t++) {
        part.rows[t][column] = (float) change.apply(t, part.rows[t][column]);
      }
    }
    return this;
  }

  /** Changes the columns of one quantity of all joints. */
  SoundLog changeAll(int firstColumn, Change change) {
    for (int joint = 0; joint < JOINTS; joint++) {
      change(firstColumn + joint, change);
    }
    return this;
  }

  /** Swaps two columns. */
  SoundLog swap(int a, int b) {
    for (Part part : parts) {
      for (float[] row : part.rows) {
        float number = row[a];
        row[a] = row[b];
        row[b] = number;
      }
    }
    return this;
  }

  /** Lets a column repeat its number in all but every n-th row. */
  SoundLog hold(int column, int n) {
    for (Part part : parts) {
      for (int t = 0; t < part.rows.length; t++) {
        part.rows[t][column] = part.rows[t - t % n][column];
      }
    }
    return this;
  }

  /** Moves a position ahead in time in every other row, as if those rows were late. */
  SoundLog ahead(int position, int velocity, double seconds) {
    for (Part part : parts) {
      for (int t = 1; t < MOVING; t += 2) {
        part.rows[t][position] += (float) (seconds * part.rows[t][velocity]);
      }
    }
    return this;
  }

  /** Changes the times of all trajectories. */
  SoundLog changeTimes(Change change) {
    for (Part part : parts) {
      for (int t = 0; t < part.times.length; t++) {
        part.times[t] = change.apply(t, part.times[t]);
      }
    }
    return this;
  }

  /** Adds a copy of the rows of the first trajectory under another id. */
  SoundLog addCopyOfFirst(String id, int rows) {
    Part first = parts.get(0);
    float[][] copy = new float[rows][];
    double[] times = new double[rows];
    for (int t = 0; t < rows; t++) {
      copy[t] = first.rows[t].clone();
      times[t] = first.times[t] + 100;
    }
    parts.add(new Part(id, times, copy));
    return this;
  }

  LogData log() {
    List<Trajectory> trajectories = parts.stream().map(SoundLog::trajectory).toList();
    double period =
        SampleTimes.medianPeriod(trajectories.stream().map(t -> t.motion().times()).toList())
            .orElseThrow();
    Signals names = RandomTrajectory.signals(JOINTS, 0);
    var signals = new Signals(names.jointNames(), List.of(), Signals.NEWTON_METRE, period);
    return new LogData(signals, trajectories, List.of(), LogNotes.NONE);
  }

  LogSummary summary() {
    return LogSummary.of(log());
  }

  private static Trajectory trajectory(Part part) {
    int rows = part.rows.length;
    var motion =
        new Motion(
            part.id,
            SampleTimes.of(part.times),
            series(part, 0, JOINTS),
            series(part, JOINTS, JOINTS),
            series(part, 2 * JOINTS, JOINTS),
            JointSeries.of(new float[0], rows, 0));
    return new Trajectory(motion, series(part, 3 * JOINTS, JOINTS));
  }

  private static JointSeries series(Part part, int first, int columns) {
    int rows = part.rows.length;
    float[] numbers = new float[rows * columns];
    for (int t = 0; t < rows; t++) {
      System.arraycopy(part.rows[t], first, numbers, t * columns, columns);
    }
    return JointSeries.of(numbers, rows, columns);
  }
}
