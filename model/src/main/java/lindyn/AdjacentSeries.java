package lindyn;

import java.util.List;

/** Several series side by side: row t is the rows t of all of them. */
final class AdjacentSeries implements FloatRows {

  private final JointSeries[] parts;
  private final int[] partOfColumn;
  private final int[] firstColumns;

  AdjacentSeries(List<JointSeries> series) {
    parts = series.toArray(JointSeries[]::new);
    firstColumns = new int[parts.length + 1];
    for (int i = 0; i < parts.length; i++) {
      firstColumns[i + 1] = firstColumns[i] + parts[i].joints();
    }
    partOfColumn = new int[columns()];
    for (int column = 0, part = 0; column < partOfColumn.length; column++) {
      while (column >= firstColumns[part + 1]) {
        part++;
      }
      partOfColumn[column] = part;
    }
  }

  int columns() {
    return firstColumns[parts.length];
  }

  @Override
  public float at(long row, int column) {
    int part = partOfColumn[column];
    return parts[part].at((int) row, column - firstColumns[part]);
  }

  @Override
  public void copy(long row, int column, int count, float[] target, int offset) {
    for (int done = 0; done < count; ) {
      int part = partOfColumn[column + done];
      int next = Math.min(count - done, firstColumns[part + 1] - column - done);
      parts[part].copy((int) row, column + done - firstColumns[part], next, target, offset + done);
      done += next;
    }
  }
}
