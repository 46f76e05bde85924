package lindyn.model;

import java.util.ArrayList;
import java.util.List;
import lindyn.Signals;
import lindyn.data.History;
import lindyn.lstm.TrainedLstm;

/**
 * One way to call an exported network: what goes in and what comes out, by name.
 *
 * @param name how the signature is called
 * @param inputs what goes in
 * @param outputs what comes out
 */
public record Signature(String name, List<Port> inputs, List<Port> outputs) {

  /** Torques of every time step of motions; the name that serving systems look for. */
  public static final String SEQUENCE = "serving_default";

  /** Torques of the last time step of motions. */
  public static final String WINDOW = "window";

  /** Torques of one sample of each robot, given what was remembered of the samples before. */
  public static final String STEP = "step";

  /** Motions, one row of inputs per time step. */
  public static final String MOTION = "motion";

  /** One row of inputs per robot. */
  public static final String SAMPLE = "sample";

  /** What is remembered of a robot's motion; zeros before its first sample. */
  public static final String STATE = "state";

  /** What is to be remembered after the sample. */
  public static final String NEXT_STATE = "next_state";

  /** The torques. */
  public static final String TAU = "tau";

  /** The size of an axis that may have any length. */
  public static final int ANY = -1;

  /** Copies the lists. */
  public Signature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * A float32 tensor that goes in or comes out.
   *
   * @param name how the tensor is called
   * @param axes what each axis counts
   * @param shape the length of each axis, {@value #ANY} for any
   */
  public record Port(String name, List<String> axes, List<Integer> shape) {

    /** Copies the lists. */
    public Port {
      axes = List.copyOf(axes);
      shape = List.copyOf(shape);
    }

    /** Returns the axes as people write them, such as {@code [batch, time, 15]}. */
    public String text() {
      List<String> lengths = new ArrayList<>();
      for (int axis = 0; axis < shape.size(); axis++) {
        int length = shape.get(axis);
        lengths.add(length == ANY ? axes.get(axis) : Integer.toString(length));
      }
      return lengths.toString();
    }
  }

  /** Returns the three signatures of a network: sequence, window and step. */
  public static List<Signature> of(TrainedLstm model) {
    Signals signals = model.signals();
    int state = stateSize(model);
    Port motion = perTimeStep(MOTION, "inputs", signals.inputs());
    return List.of(
        new Signature(
            SEQUENCE, List.of(motion), List.of(perTimeStep(TAU, "joints", signals.joints()))),
        new Signature(WINDOW, List.of(motion), List.of(perRow(TAU, "joints", signals.joints()))),
        new Signature(
            STEP,
            List.of(perRow(SAMPLE, "inputs", signals.inputs()), perRow(STATE, "state", state)),
            List.of(perRow(TAU, "joints", signals.joints()), perRow(NEXT_STATE, "state", state))));
  }

  /** Returns one signature of a network. */
  public static Signature of(TrainedLstm model, String name) {
    return of(model).stream()
        .filter(signature -> signature.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Returns how many numbers a network remembers of a robot: first whether its motion has begun;
   * then h and c of each layer for a stream, or the samples of the window but the last.
   */
  public static int stateSize(TrainedLstm model) {
    if (model.config().history() instanceof History.Window window) {
      return 1 + (window.timeSteps() - 1) * model.signals().inputs();
    }
    return 1 + 2 * model.weights().shape().layerUnits().stream().mapToInt(units -> units).sum();
  }

  private static Port perTimeStep(String name, String columns, int count) {
    return new Port(name, List.of("batch", "time", columns), List.of(ANY, ANY, count));
  }

  private static Port perRow(String name, String columns, int count) {
    return new Port(name, List.of("batch", columns), List.of(ANY, count));
  }
}
