package lindyn.log.preparation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lindyn.file.RowSink;

/** Keeps what it receives. */
public final class CollectedRows implements RowSink {

  private record Row(double time, List<Float> numbers) {}

  private final Map<String, List<Row>> trajectories = new LinkedHashMap<>();
  private List<Row> current = new ArrayList<>();
  private int ended;

  @Override
  public void begin(String id) {
    current = new ArrayList<>();
    trajectories.put(id, current);
  }

  @Override
  public void add(double time, float[] numbers) {
    List<Float> row = new ArrayList<>();
    for (float number : numbers) {
      row.add(number);
    }
    current.add(new Row(time, row));
  }

  @Override
  public void end() {
    ended++;
  }

  public List<String> ids() {
    return List.copyOf(trajectories.keySet());
  }

  /** Returns the number of trajectories that were ended. */
  public int ended() {
    return ended;
  }

  public double[] times(String id) {
    return rows(id).stream().mapToDouble(Row::time).toArray();
  }

  public float[] row(String id, int row) {
    List<Float> numbers = rows(id).get(row).numbers();
    float[] copy = new float[numbers.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = numbers.get(i);
    }
    return copy;
  }

  public double[] column(String id, int column) {
    return rows(id).stream().mapToDouble(row -> row.numbers().get(column)).toArray();
  }

  private List<Row> rows(String id) {
    return Objects.requireNonNull(trajectories.get(id), id);
  }
}
