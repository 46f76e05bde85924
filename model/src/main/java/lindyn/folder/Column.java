package lindyn.folder;

import java.util.ArrayList;
import java.util.List;
import lindyn.Signals;
import lindyn.data.Standardizer;

/**
 * One column of a model's input or output; the model sees (x − offset) / scale.
 *
 * @param name signal and joint, such as {@code qd.joint3}
 * @param unit unit of the column
 * @param offset in the column's unit
 * @param scale in the column's unit
 */
public record Column(String name, String unit, double offset, double scale) {

  private static final List<String> QUANTITIES = List.of("q", "qd", "qdd");
  private static final List<String> UNITS = List.of("rad", "rad/s", "rad/s²");

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not finite
   */
  public Column {
    if (!Double.isFinite(offset) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException(name + " has an offset or scale that is not finite");
    }
  }

  /** Returns the columns [q, qd, qdd, extra] of one time step. */
  public static List<Column> inputs(Signals signals, Standardizer standardizer) {
    List<Column> columns = new ArrayList<>();
    for (String name : inputNames(signals)) {
      int quantity = columns.size() / signals.joints();
      String unit = quantity < UNITS.size() ? UNITS.get(quantity) : "as in the logs";
      columns.add(of(name, unit, standardizer, columns));
    }
    return columns;
  }

  /** Returns the names of the inputs [q, qd, qdd, extra] of one time step. */
  public static List<String> inputNames(Signals signals) {
    List<String> names = new ArrayList<>();
    for (String quantity : QUANTITIES) {
      signals.jointNames().forEach(joint -> names.add(quantity + "." + joint));
    }
    names.addAll(signals.extraInputs());
    return names;
  }

  /** Returns the columns of the torques. */
  public static List<Column> outputs(Signals signals, Standardizer standardizer) {
    List<Column> columns = new ArrayList<>();
    for (String joint : signals.jointNames()) {
      columns.add(of("tau." + joint, signals.torqueUnit(), standardizer, columns));
    }
    return columns;
  }

  private static Column of(
      String name, String unit, Standardizer standardizer, List<Column> before) {
    int column = before.size();
    return new Column(
        name, unit, standardizer.offset().get(column), standardizer.scale().get(column));
  }

  /** Returns the standardiser that columns describe, without a limit. */
  public static Standardizer standardizer(List<Column> columns) {
    return new Standardizer(
        columns.stream().map(Column::offset).toList(),
        columns.stream().map(Column::scale).toList(),
        Standardizer.UNLIMITED);
  }
}
