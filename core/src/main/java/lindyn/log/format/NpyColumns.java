package lindyn.log.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an array in Fortran order, in which columns lie one after the other: each is a stream
 * of its own.
 *
 * @param columns one per column
 */
record NpyColumns(List<NpyRows> columns) implements LogVariable.Rows {

  /** Opens the columns of a variable. */
  static NpyColumns open(NpyVariable variable, NpyType type, int count) throws IOException {
    var opened = new NpyColumns(new ArrayList<>());
    try {
      for (int column = 0; column < count; column++) {
        opened.columns.add(new NpyRows(variable, type, 1, column * variable.shape().get(0)));
      }
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public void next() throws IOException {
    for (NpyRows column : columns) {
      column.next();
    }
  }

  @Override
  public double number(int column) {
    return columns.get(column).number(0);
  }

  @Override
  public String text(int column) {
    return columns.get(column).text(0);
  }

  /** Each column's stream would read all that follows; one checks them all. */
  @Override
  public void finish() throws IOException {
    columns.get(0).finish();
  }

  @Override
  public void close() throws IOException {
    for (NpyRows column : columns) {
      column.close();
    }
  }
}
