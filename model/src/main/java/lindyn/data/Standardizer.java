package lindyn.data;

import java.util.ArrayList;
import java.util.List;
import lindyn.Checks;
import lindyn.JointSeries;

/**
 * An affine map per column, z = (x − offset) / scale, limited to ± a bound.
 *
 * @param offset what is subtracted, one number per column, in the column's unit
 * @param scale what is divided by, one positive number per column, in the column's unit
 * @param limit standardised numbers beyond ± this are set to it; {@link #UNLIMITED} for none
 */
public record Standardizer(List<Double> offset, List<Double> scale, double limit) {

  /** A limit that no number reaches. */
  public static final double UNLIMITED = Float.MAX_VALUE;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if their lengths differ or a number is not usable
   */
  public Standardizer {
    offset = List.copyOf(offset);
    scale = List.copyOf(scale);
    if (offset.size() != scale.size()) {
      throw new IllegalArgumentException(
          "offset has " + offset.size() + " columns, scale has " + scale.size());
    }
    scale.forEach(s -> Checks.positive(s, "scale"));
    Checks.positive(limit, "limit");
  }

  /**
   * Fits z-scores: every column gets mean 0 and variance 1 over all rows of the series. A constant
   * column is only centred, since its scale says nothing.
   *
   * @throws IllegalArgumentException if there are no rows
   */
  public static Standardizer zScore(List<JointSeries> series) {
    List<Double> offset = new ArrayList<>();
    List<Double> scale = new ArrayList<>();
    for (ColumnStatistics column : ColumnStatistics.of(series)) {
      offset.add(column.mean());
      scale.add(column.isConstant() ? 1.0 : column.standardDeviation());
    }
    return new Standardizer(offset, scale, UNLIMITED);
  }

  /**
   * Fits a map of every column's range into (0, 1), with a margin on both sides, as the sigmoid
   * outputs of the paper's network need it.
   *
   * @param margin part of the range that is left free on each side, such as 0.1
   * @throws IllegalArgumentException if there are no rows or the margin is negative
   */
  public static Standardizer unitInterval(List<JointSeries> series, double margin) {
    Checks.inRange(0, Double.MAX_VALUE, margin, "margin");
    List<Double> offset = new ArrayList<>();
    List<Double> scale = new ArrayList<>();
    for (ColumnStatistics column : ColumnStatistics.of(series)) {
      double range = column.isConstant() ? 1.0 : column.max() - column.min();
      double free = column.isConstant() ? 0.5 : margin * range;
      offset.add(column.min() - free);
      scale.add(column.isConstant() ? 1.0 : range + 2 * free);
    }
    return new Standardizer(offset, scale, UNLIMITED);
  }

  /** Returns the number of columns. */
  public int columns() {
    return offset.size();
  }

  /** Returns this map with another limit. */
  public Standardizer withLimit(double newLimit) {
    return new Standardizer(offset, scale, newLimit);
  }

  /** Returns the offsets as float32. */
  public float[] offsets() {
    return floats(offset);
  }

  /** Returns the scales as float32. */
  public float[] scales() {
    return floats(scale);
  }

  /** Returns 1 / scale as float32: the numbers that prediction multiplies by. */
  public float[] factors() {
    return floats(scale.stream().map(s -> 1 / s).toList());
  }

  private static float[] floats(List<Double> numbers) {
    float[] copy = new float[numbers.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = numbers.get(i).floatValue();
    }
    return copy;
  }

  /** Standardises one row into {@code target}. */
  public void standardize(float[] row, double[] target) {
    for (int column = 0; column < target.length; column++) {
      target[column] = standardized(row[column], column);
    }
  }

  private double standardized(float number, int column) {
    double z = (number - offset.get(column)) / scale.get(column);
    return Math.max(-limit, Math.min(limit, z));
  }

  /** Maps standardised rows back in place: shape {@code [rows, columns]}, row-major. */
  public void restore(float[] rows) {
    for (int i = 0; i < rows.length; i++) {
      int column = i % columns();
      rows[i] = (float) (rows[i] * scale.get(column) + offset.get(column));
    }
  }
}
