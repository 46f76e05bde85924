package lindyn.inspect;

import java.util.List;

/**
 * What is known of a log before its second walk.
 *
 * @param columns its columns
 * @param profiles what they hold, in the same order
 * @param samplePeriod median time between rows, in s
 * @param samples number of rows
 */
record Context(Columns columns, List<ColumnProfile> profiles, double samplePeriod, long samples) {

  ColumnProfile profile(Quantity quantity, int joint) {
    return profiles.get(columns.index(quantity, joint));
  }
}
