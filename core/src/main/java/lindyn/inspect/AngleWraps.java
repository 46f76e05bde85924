package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import lindyn.inspect.Finding.Evidence;

/** Counts the rows in which a position jumps by a full turn. */
final class AngleWraps implements Detector {

  /** How far a joint may move from row to row besides, in rad. */
  private static final double ROOM = 0.5;

  private final Columns columns;
  private final long[] jumps;

  AngleWraps(Context context) {
    this.columns = context.columns();
    this.jumps = new long[columns.joints()];
  }

  /** Tells whether a change of a position is a full turn, in rad or in degrees. */
  static boolean isTurn(double step) {
    double turns = Math.abs(step) / (2 * Math.PI);
    double turnsIfDegrees = Math.abs(step) / 360;
    double room = ROOM / (2 * Math.PI);
    return Math.abs(turns - 1) < room || Math.abs(turnsIfDegrees - 1) < room;
  }

  @Override
  public void row(Rows rows) {
    for (int joint = 0; rows.timeStep() > 0 && joint < jumps.length; joint++) {
      if (isTurn(rows.step(columns.index(Quantity.POSITION, joint)))) {
        jumps[joint]++;
      }
    }
  }

  @Override
  public List<Finding> findings() {
    List<Evidence> evidence = new ArrayList<>();
    for (int joint = 0; joint < jumps.length; joint++) {
      if (jumps[joint] > 0) {
        String name = columns.at(columns.index(Quantity.POSITION, joint)).name();
        evidence.add(new Evidence(name, jumps[joint]));
      }
    }
    return evidence.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Kind.ANGLE_WRAP,
                evidence,
                Finding.names(evidence)
                    + " jump by a full turn from one row to the next, where the angle wraps"));
  }
}
