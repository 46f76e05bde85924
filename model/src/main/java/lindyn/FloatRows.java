package lindyn;

/**
 * Rows of float32 numbers, in memory or in a mapped file; immutable, for any number of threads.
 * What a {@link JointSeries} is a part of.
 */
public interface FloatRows {

  /** Returns one number. */
  float at(long row, int column);

  /**
   * Copies {@code count} numbers of a row, from {@code column} on, to {@code target[offset]} on.
   */
  void copy(long row, int column, int count, float[] target, int offset);
}
