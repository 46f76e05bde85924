package lindyn.inspect;

import java.util.List;
import lindyn.Trajectory;
import lindyn.inspect.Finding.Evidence;

/** Finds single numbers far from two neighbours that agree with each other. */
final class Spikes implements Detector {

  /** How often a spike exceeds the 99 % quantile of the column's roughness. */
  private static final double TIMES_USUAL = 10;

  /** How close the neighbours are to each other, as a share of the spike's height. */
  private static final double NEIGHBOURS = 0.3;

  private final double[] limits;
  private final Peaks peaks;

  Spikes(Context context) {
    this.peaks = new Peaks(context.columns());
    this.limits = context.profiles().stream().mapToDouble(Spikes::limit).toArray();
  }

  private static double limit(ColumnProfile profile) {
    double usual = profile.roughness().quantile(0.99);
    return profile.column().quantity() != Quantity.EXTRA && usual > 0
        ? Math.max(TIMES_USUAL * usual, profile.deviation())
        : Double.MAX_VALUE;
  }

  @Override
  public void begin(Trajectory trajectory) {
    peaks.begin(trajectory.id());
  }

  @Override
  public void row(Rows rows) {
    for (int column = 0; rows.timeStep() > 1 && column < limits.length; column++) {
      double after = rows.at(0, column);
      double before = rows.at(2, column);
      double height = Math.abs(rows.at(1, column) - (after + before) / 2);
      if (height > limits[column] && Math.abs(after - before) < NEIGHBOURS * height) {
        peaks.add(column, height, rows.time(1));
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
        Finding.names(evidence)
            + (evidence.size() == 1 ? " has" : " have")
            + " isolated spikes, the worst of "
            + peaks.worst(limits);
    return List.of(new Finding(Kind.SPIKES, evidence, sentence));
  }
}
