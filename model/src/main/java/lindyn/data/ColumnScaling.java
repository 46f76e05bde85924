package lindyn.data;

/** A {@link Standardizer} as arrays, for inner loops; the same arithmetic and the same bits. */
final class ColumnScaling {

  private final double[] offset;
  private final double[] scale;
  private final double limit;

  ColumnScaling(Standardizer standardizer) {
    offset = standardizer.offset().stream().mapToDouble(Double::doubleValue).toArray();
    scale = standardizer.scale().stream().mapToDouble(Double::doubleValue).toArray();
    limit = standardizer.limit();
  }

  int columns() {
    return offset.length;
  }

  /** Standardises one row in place, from {@code first} on. */
  void standardize(float[] numbers, int first) {
    for (int column = 0; column < offset.length; column++) {
      double z = (numbers[first + column] - offset[column]) / scale[column];
      numbers[first + column] = (float) Math.max(-limit, Math.min(limit, z));
    }
  }
}
