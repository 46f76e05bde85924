package lindyn.inspect;

import java.util.List;
import java.util.Locale;
import lindyn.Trajectory;
import lindyn.inspect.Finding.Evidence;

/** Finds numbers that lie very far from all others of their column. */
final class Outliers implements Detector {

  /** Contacts and stops reach some ten standard deviations. */
  private static final double DEVIATIONS = 15;

  private final double[] means;
  private final double[] limits;
  private final Peaks peaks;

  Outliers(Context context) {
    this.peaks = new Peaks(context.columns());
    this.means = context.profiles().stream().mapToDouble(p -> p.statistics().mean()).toArray();
    this.limits = context.profiles().stream().mapToDouble(Outliers::limit).toArray();
  }

  private static double limit(ColumnProfile profile) {
    return profile.column().quantity() == Quantity.EXTRA || profile.isConstant()
        ? Double.MAX_VALUE
        : DEVIATIONS * profile.deviation();
  }

  @Override
  public void begin(Trajectory trajectory) {
    peaks.begin(trajectory.id());
  }

  @Override
  public void row(Rows rows) {
    for (int column = 0; column < limits.length; column++) {
      double distance = Math.abs(rows.at(0, column) - means[column]);
      if (distance > limits[column]) {
        peaks.add(column, distance, rows.time(0));
      }
    }
  }

  @Override
  public List<Finding> findings() {
    List<Evidence> evidence = peaks.evidence();
    if (evidence.isEmpty()) {
      return List.of();
    }
    String sentence =
        String.format(
            Locale.ROOT,
            "%s ha%s numbers more than %.0f standard deviations from the mean, the worst %s",
            Finding.names(evidence),
            evidence.size() == 1 ? "s" : "ve",
            DEVIATIONS,
            peaks.worst(limits));
    return List.of(new Finding(Kind.OUTLIERS, evidence, sentence));
  }
}
