package lindyn.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lindyn.JointSeries;
import lindyn.SampleTimes;
import lindyn.file.RowSink;
import org.apache.commons.math3.util.ResizableDoubleArray;

/** Keeps the rows of a log in memory. */
final class MemoryRows implements RowSink {

  private static final int FIRST_ROWS = 256;

  private final Recording.Layout layout;
  private final List<Recording> recordings = new ArrayList<>();
  private ResizableDoubleArray times = new ResizableDoubleArray();
  private float[] numbers = new float[0];
  private String id = "";

  MemoryRows(Recording.Layout layout) {
    this.layout = layout;
  }

  @Override
  public void begin(String newId) {
    id = newId;
    times = new ResizableDoubleArray();
    numbers = new float[FIRST_ROWS * layout.width()];
  }

  @Override
  public void add(double time, float[] row) {
    int end = times.getNumElements() * layout.width();
    if (end + layout.width() > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.multiplyExact(2, numbers.length));
    }
    System.arraycopy(row, 0, numbers, end, layout.width());
    times.addElement(time);
  }

  @Override
  public void end() {
    int rows = times.getNumElements();
    float[] exact = Arrays.copyOf(numbers, rows * layout.width());
    recordings.add(
        layout.recording(
            id,
            SampleTimes.of(times.getElements()),
            JointSeries.rowsOf(exact, rows, layout.width())));
  }

  /** Returns what was kept. */
  List<Recording> recordings() {
    return recordings;
  }
}
