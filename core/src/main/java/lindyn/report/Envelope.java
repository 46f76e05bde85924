package lindyn.report;

import lindyn.JointSeries;
import lindyn.SampleTimes;
import org.apache.commons.math3.util.ResizableDoubleArray;

/**
 * A column over time with no more points than a chart can show: of each stretch of rows the lowest
 * and the highest, and a cut where rows are missing.
 */
final class Envelope {

  private static final int STRETCHES = 1_000;

  private final SampleTimes times;
  private final JointSeries numbers;
  private final int column;
  private final ResizableDoubleArray x = new ResizableDoubleArray();
  private final ResizableDoubleArray y = new ResizableDoubleArray();

  private Envelope(SampleTimes times, JointSeries numbers, int column) {
    this.times = times;
    this.numbers = numbers;
    this.column = column;
  }

  /**
   * Makes the line of a column, in O(rows) time and bounded memory.
   *
   * @param gap times between two rows beyond this cut the line, in s
   */
  static Series of(String name, Colour colour, Column column, double gap) {
    var envelope = new Envelope(column.times(), column.numbers(), column.index());
    envelope.addAll(gap);
    return Series.of(name, colour, envelope.x.getElements(), envelope.y.getElements());
  }

  /** A column of a series, and when its rows were sampled. */
  record Column(SampleTimes times, JointSeries numbers, int index) {}

  private void addAll(double gap) {
    int rows = times.size();
    int stretch = Math.max(1, rows / STRETCHES);
    int from = 0;
    for (int t = 1; t <= rows; t++) {
      boolean cut = t < rows && times.at(t) - times.at(t - 1) > gap;
      if (cut || t == rows || t - from == stretch) {
        addExtremes(from, t);
        from = t;
      }
      if (cut) {
        add((times.at(t) + times.at(t - 1)) / 2, Double.NaN);
      }
    }
  }

  private void addExtremes(int from, int to) {
    int low = from;
    int high = from;
    for (int t = from; t < to; t++) {
      low = numbers.at(t, column) < numbers.at(low, column) ? t : low;
      high = numbers.at(t, column) > numbers.at(high, column) ? t : high;
    }
    add(Math.min(low, high));
    if (low != high) {
      add(Math.max(low, high));
    }
  }

  private void add(int t) {
    add(times.at(t), numbers.at(t, column));
  }

  private void add(double time, double value) {
    x.addElement(time);
    y.addElement(value);
  }
}
