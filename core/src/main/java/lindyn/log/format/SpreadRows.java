package lindyn.log.format;

import java.io.IOException;

/** The rows of a variable that has one row for each step, or one for each trial. */
final class SpreadRows implements LogVariable.Rows {

  private final LogVariable variable;
  private final VariableShape.Spread spread;
  private final long steps;
  private LogVariable.Rows rows;
  private long row;

  SpreadRows(LogVariable variable, VariableShape.Spread spread, long steps) throws IOException {
    this.variable = variable;
    this.spread = spread;
    this.steps = steps;
    this.rows = variable.open(1);
  }

  @Override
  public void next() throws IOException {
    boolean startsTrial = row % steps == 0;
    if (spread == VariableShape.Spread.PER_TRIAL) {
      if (startsTrial) {
        rows.next();
      }
    } else {
      if (startsTrial && row > 0) {
        rows.close();
        rows = variable.open(1);
      }
      rows.next();
    }
    row++;
  }

  @Override
  public double number(int column) {
    return rows.number(column);
  }

  @Override
  public String text(int column) {
    return rows.text(column);
  }

  @Override
  public void finish() throws IOException {
    rows.finish();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
