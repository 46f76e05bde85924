package lindyn.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lindyn.inspect.Finding.Evidence;

/** Counts rare numbers per column and remembers the worst of each. */
final class Peaks {

  private final Columns columns;
  private final long[] counts;
  private final double[] heights;
  private final String[] places;
  private String trajectory = "";

  Peaks(Columns columns) {
    this.columns = columns;
    this.counts = new long[columns.size()];
    this.heights = new double[columns.size()];
    this.places = new String[columns.size()];
    Arrays.fill(places, "");
  }

  void begin(String nextTrajectory) {
    trajectory = nextTrajectory;
  }

  /** Adds a number; {@code height} is how far it lies from where it should. */
  void add(int column, double height, double time) {
    counts[column]++;
    if (height > heights[column]) {
      heights[column] = height;
      places[column] = String.format(Locale.ROOT, "trajectory %s at t = %.5g s", trajectory, time);
    }
  }

  /** Returns the columns that have some, with their counts. */
  List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        evidence.add(new Evidence(columns.at(i).name(), counts[i]));
      }
    }
    return evidence;
  }

  /** Describes the worst of all columns, measured by what is usual in each. */
  String worst(double[] usual) {
    int worst = 0;
    for (int i = 0; i < counts.length; i++) {
      worst = heights[i] * usual[worst] > heights[worst] * usual[i] ? i : worst;
    }
    Column column = columns.at(worst);
    return String.format(
        Locale.ROOT,
        "%.3g %s in %s of %s",
        heights[worst],
        column.unit(),
        column.name(),
        places[worst]);
  }
}
