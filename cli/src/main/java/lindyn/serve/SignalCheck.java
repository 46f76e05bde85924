package lindyn.serve;

import java.util.HashSet;
import java.util.List;
import lindyn.Signals;
import lindyn.folder.Column;

/** Compares what a client believes of its numbers with what the model was trained on. */
final class SignalCheck {

  private static final String ORDER = "; it has the same names in another order";

  private final List<String> inputs;
  private final String torqueUnit;

  SignalCheck(Signals signals) {
    inputs = Column.inputNames(signals);
    torqueUnit = signals.torqueUnit();
  }

  /** Refuses names that differ from the model's, or come in another order. */
  void requireInputs(List<String> found) {
    if (found.equals(inputs)) {
      return;
    }
    if (found.size() != inputs.size()) {
      throw RefusedRequestException.badRequest(
          "inputs has " + found.size() + " names, the model has " + inputs.size() + ": " + inputs);
    }
    int first = 0;
    while (found.get(first).equals(inputs.get(first))) {
      first++;
    }
    throw RefusedRequestException.badRequest(
        String.format(
            "inputs[%d] is \"%s\", the model has \"%s\" there%s",
            first, found.get(first), inputs.get(first), isReordered(found) ? ORDER : ""));
  }

  private boolean isReordered(List<String> found) {
    return new HashSet<>(found).equals(new HashSet<>(inputs));
  }

  /** Refuses a unit that differs from the model's. */
  void requireTorqueUnit(String found) {
    if (!found.equals(torqueUnit)) {
      throw RefusedRequestException.badRequest(
          "torqueUnit is \"" + found + "\", the model's torques are in " + torqueUnit);
    }
  }
}
