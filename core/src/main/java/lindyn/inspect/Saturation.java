package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lindyn.inspect.Finding.Evidence;

/**
 * Finds torques that stand exactly at their smallest or largest number while their joint moves:
 * limits of a sensor or a drive.
 */
final class Saturation implements Detector {

  private static final double SHARE = 0.002;
  private static final int ROWS = 20;

  /** A joint moves if its step has this share of its root mean square step. */
  private static final double MOVING = 0.2;

  private final Context context;
  private final long[] moving;
  private final long[] limited;

  Saturation(Context context) {
    this.context = context;
    this.moving = new long[context.columns().joints()];
    this.limited = new long[context.columns().joints()];
  }

  @Override
  public void row(Rows rows) {
    for (int joint = 0; rows.timeStep() > 0 && joint < moving.length; joint++) {
      ColumnProfile position = context.profile(Quantity.POSITION, joint);
      double step = rows.step(context.columns().index(Quantity.POSITION, joint));
      if (Math.abs(step) > MOVING * position.rmsStep()) {
        moving[joint]++;
        limited[joint] += isLimited(rows, joint) ? 1 : 0;
      }
    }
  }

  private boolean isLimited(Rows rows, int joint) {
    int column = context.columns().index(Quantity.TORQUE, joint);
    ColumnProfile torque = context.profile(Quantity.TORQUE, joint);
    double value = rows.at(0, column);
    return rows.at(1, column) == value && torque.isExtreme(value);
  }

  @Override
  public List<Finding> findings() {
    List<Evidence> evidence = new ArrayList<>();
    for (int joint = 0; joint < moving.length; joint++) {
      ColumnProfile torque = context.profile(Quantity.TORQUE, joint);
      boolean judged = !torque.isConstant() && !torque.isCoarse();
      if (judged && limited[joint] >= Math.max(ROWS, SHARE * moving[joint])) {
        evidence.add(new Evidence(torque.column().name(), (double) limited[joint] / moving[joint]));
      }
    }
    if (evidence.isEmpty()) {
      return List.of();
    }
    String sentence =
        String.format(
            Locale.ROOT,
            "%s stand%s at the limit in up to %.2g %% of the rows in motion",
            Finding.names(evidence),
            evidence.size() == 1 ? "s" : "",
            100 * Finding.largest(evidence).value());
    return List.of(new Finding(Kind.SATURATED, evidence, sentence));
  }
}
