package lindyn.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lindyn.Trajectory;
import lindyn.inspect.Finding.Evidence;

/** Finds single numbers far from two neighbours that agree with each other. */
final class Spikes implements Detector {

  /** How often a spike exceeds the 99 % quantile of the column's roughness. */
  private static final double TIMES_USUAL = 10;

  /** How close the neighbours are to each other, as a share of the spike's height. */
  private static final double NEIGHBOURS = 0.3;

  private final Context context;
  private final double[] limits;
  private final long[] counts;
  private final double[] heights;
  private final String[] places;
  private String trajectory = "";

  Spikes(Context context) {
    this.context = context;
    int columns = context.columns().size();
    this.limits = new double[columns];
    this.counts = new long[columns];
    this.heights = new double[columns];
    this.places = new String[columns];
    Arrays.fill(places, "");
    for (int i = 0; i < columns; i++) {
      limits[i] = limit(context.profiles().get(i));
    }
  }

  private static double limit(ColumnProfile profile) {
    double usual = profile.roughness().quantile(0.99);
    return profile.column().quantity() != Quantity.EXTRA && usual > 0
        ? Math.max(TIMES_USUAL * usual, profile.deviation())
        : Double.POSITIVE_INFINITY;
  }

  @Override
  public void begin(Trajectory next) {
    trajectory = next.id();
  }

  @Override
  public void row(Rows rows) {
    for (int column = 0; rows.timeStep() > 1 && column < limits.length; column++) {
      double after = rows.at(0, column);
      double before = rows.at(2, column);
      double height = Math.abs(rows.at(1, column) - (after + before) / 2);
      if (height > limits[column] && Math.abs(after - before) < NEIGHBOURS * height) {
        count(column, height, rows.time(1));
      }
    }
  }

  private void count(int column, double height, double time) {
    counts[column]++;
    if (height > heights[column]) {
      heights[column] = height;
      places[column] = String.format(Locale.ROOT, "trajectory %s at t = %.5g s", trajectory, time);
    }
  }

  @Override
  public List<Finding> findings() {
    List<Evidence> evidence = new ArrayList<>();
    int worst = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        evidence.add(new Evidence(context.columns().at(i).name(), counts[i]));
        worst = heights[i] * limits[worst] > heights[worst] * limits[i] ? i : worst;
      }
    }
    if (evidence.isEmpty()) {
      return List.of();
    }
    Column column = context.columns().at(worst);
    String sentence =
        String.format(
            Locale.ROOT,
            "%s ha%s isolated spikes; the worst is %.3g %s high, in %s of %s",
            Finding.names(evidence),
            evidence.size() == 1 ? "s" : "ve",
            heights[worst],
            column.unit(),
            column.name(),
            places[worst]);
    return List.of(new Finding(Kind.SPIKES, evidence, sentence));
  }
}
