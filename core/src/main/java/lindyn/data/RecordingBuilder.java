package lindyn.data;

import java.util.Arrays;
import java.util.OptionalDouble;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import org.apache.commons.math3.util.ResizableDoubleArray;

/** Grows one recording, row by row. */
final class RecordingBuilder {

  private static final int FIRST_ROWS = 256;

  private final String id;
  private final CsvHeader header;
  private final int width;
  private final ResizableDoubleArray times = new ResizableDoubleArray();
  private float[] numbers;
  private int rows;

  /** Starts a recording without rows. */
  RecordingBuilder(String id, CsvHeader header, int width) {
    this.id = id;
    this.header = header;
    this.width = width;
    this.numbers = new float[FIRST_ROWS * width];
  }

  String id() {
    return id;
  }

  /** Returns the time of the latest row, or minus infinity if there is none. */
  double latestTime() {
    return times.getNumElements() == 0
        ? Double.NEGATIVE_INFINITY
        : times.getElement(times.getNumElements() - 1);
  }

  void addTime(double time) {
    times.addElement(time);
  }

  /** Adds the numbers of a row, in the order q, qd, qdd, extra, tau. */
  void addNumbers(float[] row) {
    if ((rows + 1) * width > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    System.arraycopy(row, 0, numbers, rows * width, width);
    rows++;
  }

  /** Returns the recording; without measured times its rows are one sampling period apart. */
  Recording build(OptionalDouble samplePeriod) {
    int joints = header.joints();
    int extraInputs = header.numbers().extra().size();
    SampleTimes sampled =
        header.time().isPresent()
            ? SampleTimes.of(times.getElements())
            : SampleTimes.every(samplePeriod.orElseThrow(), rows);
    var motion =
        new Motion(
            id,
            sampled,
            columns(0, joints),
            columns(joints, joints),
            columns(2 * joints, joints),
            columns(3 * joints, extraInputs));
    return new Recording(motion, columns(3 * joints + extraInputs, header.numbers().tau().size()));
  }

  private JointSeries columns(int first, int count) {
    float[] block = new float[rows * count];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(numbers, row * width + first, block, row * count, count);
    }
    return JointSeries.of(block, rows, count);
  }
}
