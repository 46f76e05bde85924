package lindyn.log.format;

import java.util.Collections;
import java.util.List;

/**
 * The columns of a log under their own names and under Lindyn's.
 *
 * @param sources names in the log, one per column
 * @param names the names that Lindyn reads them by; empty for a column that gave way to a mapped
 *     one
 * @param scales factors that bring their numbers into Lindyn's units
 */
public record MappedNames(List<String> sources, List<String> names, List<Double> scales) {

  public MappedNames {
    sources = List.copyOf(sources);
    names = List.copyOf(names);
    scales = List.copyOf(scales);
  }

  /** Columns that keep their names. */
  static MappedNames of(List<String> names) {
    return new MappedNames(names, names, Collections.nCopies(names.size(), 1.0));
  }

  /** Returns the factors of some columns. */
  public double[] scales(int[] columns) {
    double[] some = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      some[i] = scales.get(columns[i]);
    }
    return some;
  }
}
