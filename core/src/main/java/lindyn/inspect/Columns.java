package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import lindyn.Signals;
import lindyn.Trajectory;

/** The columns of a log in the order q, qd, qdd, extra, tau, and where each begins in a row. */
final class Columns {

  private final int joints;
  private final int extraInputs;
  private final List<Column> all;

  private Columns(int joints, int extraInputs, List<Column> all) {
    this.joints = joints;
    this.extraInputs = extraInputs;
    this.all = all;
  }

  static Columns of(Signals signals) {
    List<Column> all = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      boolean extra = quantity == Quantity.EXTRA;
      int count = extra ? signals.extraInputs().size() : signals.joints();
      for (int joint = 0; joint < count; joint++) {
        String name = extra ? signals.extraInputs().get(joint) : quantity.symbol() + (joint + 1);
        all.add(new Column(name, quantity, joint, quantity.unit(signals)));
      }
    }
    return new Columns(signals.joints(), signals.extraInputs().size(), List.copyOf(all));
  }

  int joints() {
    return joints;
  }

  int size() {
    return all.size();
  }

  List<Column> all() {
    return all;
  }

  Column at(int index) {
    return all.get(index);
  }

  /** Returns the place of a joint's column in a row. */
  int index(Quantity quantity, int joint) {
    return first(quantity) + joint;
  }

  private int first(Quantity quantity) {
    return switch (quantity) {
      case POSITION -> 0;
      case VELOCITY -> joints;
      case ACCELERATION -> 2 * joints;
      case EXTRA -> 3 * joints;
      case TORQUE -> 3 * joints + extraInputs;
    };
  }

  /** Copies a row of a trajectory. */
  void copyRow(Trajectory trajectory, int timeStep, float[] row) {
    trajectory.motion().copyInputs(timeStep, row, 0);
    trajectory.tau().copyRow(timeStep, row, first(Quantity.TORQUE));
  }
}
