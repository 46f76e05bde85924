package lindyn.log.preparation;

import java.util.List;
import java.util.Optional;
import lindyn.Differentiation;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.file.RowSink;

/**
 * Collects the rows of a trajectory, gives them even times if that is asked for, derives what they
 * lack, and passes complete rows on. Memory: O(rows of the longest trajectory).
 */
public final class PreparedRows implements RowSink {

  /** Arrays grow by doubling, and end below 2³¹. */
  static final int MOST_ROWS = 1 << 30;

  private final IrregularTimes irregular;
  private final RowShape shape;
  private final RowSink next;
  private final ColumnBuffer buffer;
  private NamedTrajectory trajectory;

  private PreparedRows(InputFile file, IrregularTimes irregular, RowShape shape, RowSink next) {
    this.trajectory = new NamedTrajectory(file, "");
    this.irregular = irregular;
    this.shape = shape;
    this.next = next;
    this.buffer = new ColumnBuffer(shape.width());
  }

  /**
   * Returns what rows of a shape go through to become complete rows with the times that are asked
   * for: nothing but {@code next} if they are that already.
   *
   * @param file where the rows come from, for errors
   */
  public static RowSink before(
      RowSink next, InputFile file, IrregularTimes irregular, RowShape shape) {
    boolean derives = shape.derivatives().differentiation().isPresent();
    boolean resamples = irregular instanceof IrregularTimes.Resample;
    RowSink prepared = derives || resamples ? new PreparedRows(file, irregular, shape, next) : next;
    if (irregular instanceof IrregularTimes.Refuse) {
      return new EvenTimes(file, "as --irregular refuse asks", prepared);
    }
    return derives && !resamples
        ? new EvenTimes(file, "since qd or qdd must be derived", prepared)
        : prepared;
  }

  @Override
  public void begin(String newId) {
    trajectory = new NamedTrajectory(trajectory.file(), newId);
    buffer.clear();
    next.begin(newId);
  }

  @Override
  public void add(double time, float[] numbers) {
    if (buffer.rows() == MOST_ROWS) {
      throw trajectory.error(
          " has more than " + MOST_ROWS + " samples; cut it into several trajectories");
    }
    try {
      buffer.add(time, numbers);
    } catch (OutOfMemoryError e) {
      throw doesNotFit(e);
    }
  }

  private InputException doesNotFit(OutOfMemoryError e) {
    buffer.clear(); // which leaves room for the error
    return trajectory.doesNotFit(e);
  }

  @Override
  public void end() {
    try {
      TimeAxis axis = axis();
      pass(axis, complete(axis));
    } catch (OutOfMemoryError e) {
      throw doesNotFit(e);
    }
    next.end();
  }

  private void pass(TimeAxis axis, List<float[]> columns) {
    float[] row = new float[columns.size()];
    for (int t = 0; t < axis.size(); t++) {
      for (int column = 0; column < row.length; column++) {
        row[column] = columns.get(column)[t];
      }
      next.add(axis.time(t), row);
    }
  }

  private TimeAxis axis() {
    double[] measured = buffer.times();
    if (irregular instanceof IrregularTimes.Resample resample && measured.length > 1) {
      double period = resample.period().orElseGet(() -> EvenTimes.medianInterval(measured));
      return new Resampling(measured, period, resample.maxGap(), trajectory);
    }
    return new MeasuredTimes(measured);
  }

  /** Returns all columns in the order q, qd, qdd, extra, tau; they leave the buffer one by one. */
  private List<float[]> complete(TimeAxis axis) {
    int joints = shape.joints();
    Optional<Differentiator> by = differentiator(axis);
    float[][] columns = new float[shape.completeWidth()][];
    for (int joint = 0; joint < joints; joint++) {
      double[] q = axis.cubic(buffer.take(joint));
      double[] qd =
          shape.derivatives().derivesQd()
              ? by.orElseThrow().first(q)
              : axis.cubic(buffer.take(joints + joint));
      double[] qdd =
          shape.derivatives().derivesQdd()
              ? derivedAccelerations(by.orElseThrow(), q, qd)
              : axis.cubic(buffer.take(shape.firstQdd() + joint));
      columns[joint] = floats(q);
      columns[joints + joint] = floats(qd);
      columns[2 * joints + joint] = floats(qdd);
    }
    for (int other = 0; other < shape.others(); other++) {
      columns[3 * joints + other] = floats(axis.linear(buffer.take(shape.firstOther() + other)));
    }
    return List.of(columns);
  }

  private Optional<Differentiator> differentiator(TimeAxis axis) {
    Optional<Differentiation> by = shape.derivatives().differentiation();
    if (by.isPresent() && axis.size() < 2) {
      throw trajectory.error(
          " has a single sample, expected two or more to derive qd or qdd; drop it");
    }
    return by.map(differentiation -> Differentiator.of(differentiation, axis.period(), trajectory));
  }

  private double[] derivedAccelerations(Differentiator by, double[] q, double[] qd) {
    return shape.derivatives().derivesQd() ? by.second(q, qd) : by.first(qd);
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
