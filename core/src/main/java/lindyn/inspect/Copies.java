package lindyn.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.Trajectory;
import lindyn.inspect.Finding.Evidence;

/** Finds trajectories that hold the same numbers as an earlier one, whatever their times. */
final class Copies implements RowListener {

  private final List<Long> hashes = new ArrayList<>();
  private long hash;

  @Override
  public void begin(Trajectory trajectory) {
    hash = trajectory.timeSteps();
  }

  @Override
  public void row(Rows rows) {
    for (int column = 0; column < rows.columns(); column++) {
      hash = 0x9E3779B97F4A7C15L * (hash ^ Float.floatToRawIntBits(rows.at(0, column)));
      hash ^= hash >>> 29;
    }
  }

  @Override
  public void end(Trajectory trajectory) {
    hashes.add(hash);
  }

  /** Returns what was found; rows are compared where hashes agree. */
  List<Finding> findings(List<Trajectory> trajectories, Columns columns) {
    Map<Long, Trajectory> first = new LinkedHashMap<>();
    List<Evidence> copies = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < trajectories.size(); i++) {
      Trajectory trajectory = trajectories.get(i);
      Trajectory original = first.putIfAbsent(hashes.get(i), trajectory);
      if (original != null && same(original, trajectory, columns)) {
        copies.add(new Evidence(trajectory.id(), trajectory.timeSteps()));
        pairs.add(trajectory.id() + " of " + original.id());
      }
    }
    if (copies.isEmpty()) {
      return List.of();
    }
    String more = pairs.size() > 5 ? " and " + (pairs.size() - 5) + " more" : "";
    String sentence =
        "trajectories hold the same numbers as others: "
            + String.join(", ", pairs.subList(0, Math.min(5, pairs.size())))
            + more;
    return List.of(new Finding(Kind.DUPLICATE, copies, sentence));
  }

  private static boolean same(Trajectory a, Trajectory b, Columns columns) {
    if (a.timeSteps() != b.timeSteps()) {
      return false;
    }
    float[] rowOfA = new float[columns.size()];
    float[] rowOfB = new float[columns.size()];
    for (int t = 0; t < a.timeSteps(); t++) {
      columns.copyRow(a, t, rowOfA);
      columns.copyRow(b, t, rowOfB);
      if (!Arrays.equals(rowOfA, rowOfB)) {
        return false;
      }
    }
    return true;
  }
}
