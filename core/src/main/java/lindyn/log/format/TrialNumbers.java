package lindyn.log.format;

import java.util.List;

/** The ids of trajectories that lie along the first dimension of arrays: 1, 2, … */
record TrialNumbers(VariableShape.Trials trials) implements LogVariable {

  @Override
  public String name() {
    return StandardColumns.TRAJECTORY;
  }

  @Override
  public List<Long> shape() {
    return List.of(trials.count(), trials.steps());
  }

  @Override
  public String problem() {
    return "";
  }

  @Override
  public boolean holdsText() {
    return false;
  }

  @Override
  public Rows open(int columns) {
    return new Rows() {

      private long row;

      @Override
      public void next() {
        row++;
      }

      @Override
      public double number(int column) {
        return (row - 1) / trials.steps() + 1;
      }

      @Override
      public String text(int column) {
        return LogVariable.text(number(column));
      }

      @Override
      public void close() {}
    };
  }
}
