package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import lindyn.data.ColumnStatistics;

/** Gathers the profile of each column; Welford's update keeps the variance exact. */
final class ColumnCensus implements RowListener {

  /** Numbers kept per column: enough for quantiles to 1 %, 28 columns take 7 MB. */
  static final int SAMPLE = 16_384;

  private final Columns columns;
  private final List<Moments> moments = new ArrayList<>();

  ColumnCensus(Columns columns, long samples) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      moments.add(new Moments(samples));
    }
  }

  @Override
  public void row(Rows rows) {
    for (int column = 0; column < rows.columns(); column++) {
      moments.get(column).add(rows, column);
    }
  }

  List<ColumnProfile> profiles() {
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      profiles.add(moments.get(i).profile(columns.at(i)));
    }
    return profiles;
  }

  /** Running sums of one column. */
  private static final class Moments {

    private final ValueSample values;
    private final ValueSample roughness;
    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long steps;
    private double stepSquares;

    Moments(long samples) {
      values = new ValueSample(samples, SAMPLE);
      roughness = new ValueSample(samples, SAMPLE);
    }

    void add(Rows rows, int column) {
      double value = rows.at(0, column);
      count++;
      double delta = value - mean;
      mean += delta / count;
      squares += delta * (value - mean);
      min = Math.min(min, value);
      max = Math.max(max, value);
      values.offer(value);
      if (rows.timeStep() >= 1) {
        double step = rows.step(column);
        steps++;
        stepSquares += step * step;
      }
      if (rows.timeStep() >= 2) {
        double middle = (value + rows.at(2, column)) / 2;
        roughness.offer(Math.abs(rows.at(1, column) - middle));
      }
    }

    ColumnProfile profile(Column column) {
      var statistics = new ColumnStatistics(mean, Math.sqrt(squares / count), min, max);
      double rmsStep = steps == 0 ? 0 : Math.sqrt(stepSquares / steps);
      return new ColumnProfile(column, statistics, rmsStep, roughness.sorted(), values.sorted());
    }
  }
}
