package lindyn.onnx;

import java.util.List;
import lindyn.data.History;
import lindyn.lstm.TrainedLstm;

/** The torques of every time step of motions, as operators of ONNX. */
final class OnnxSequence {

  private final OnnxGraph graph;
  private final TrainedLstm model;

  OnnxSequence(OnnxGraph graph, TrainedLstm model) {
    this.graph = graph;
    this.model = model;
  }

  /**
   * Adds the network.
   *
   * @param motion inputs in SI units, shape {@code [batch, time, 3d + extra]}
   * @return torques, shape {@code [batch, time, d]}
   */
  String torques(String motion) {
    var torques = new OnnxTorques(graph, model);
    String samples = graph.swapFirstAxes(torques.standardized(motion));
    String outputs =
        model.config().history() instanceof History.Window window
            ? windowed(window.timeSteps(), samples)
            : streamed(model.config().history().firstScored(), samples);
    return torques.torques(graph.swapFirstAxes(outputs), motion);
  }

  /** Steps once through the motions, after the first sample has been repeated as a warm-up. */
  private String streamed(int warmUp, String samples) {
    if (warmUp == 0) {
      return last(samples).outputs();
    }
    String first = graph.slice(samples, 0, 0, 1);
    String repeated = graph.add("Tile", first, graph.integers(warmUp, 1, 1));
    String outputs = last(graph.concat(0, List.of(repeated, samples))).outputs();
    return graph.slice(outputs, 0, warmUp, Long.MAX_VALUE);
  }

  /** Steps through the windows of all time steps at once, one row for each. */
  private String windowed(int window, String samples) {
    String time = graph.length(samples, 0);
    String batch = graph.length(samples, 1);
    String windows = graph.add("Gather", samples, positions(window, time));
    long inputs = model.signals().inputs();
    // the rows of one step: all motions at the first time step, then all at the next
    String shape = graph.integers(window, -1, inputs);
    String rows = last(graph.add("Reshape", windows, shape)).last();
    String units = graph.integers(units());
    return graph.add("Reshape", rows, graph.concat(0, List.of(time, batch, units)));
  }

  /** Adds the time steps of all windows, shape {@code [window, time]}. */
  private String positions(int window, String time) {
    long[] before = new long[window];
    for (int step = 0; step < window; step++) {
      before[step] = step - window + 1L;
    }
    String ends =
        graph.add(
            "Range",
            graph.integer(0),
            graph.add("Squeeze", time, graph.integers(0)),
            graph.integer(1));
    String positions = graph.add("Add", ends, graph.integers(before, new long[] {window, 1}));
    return graph.add("Max", positions, graph.integer(0));
  }

  private OnnxLayers.Run last(String samples) {
    List<OnnxLayers.Run> runs = new OnnxLayers(graph, model).run(graph, samples);
    return runs.get(runs.size() - 1);
  }

  private int units() {
    List<Integer> units = model.weights().shape().layerUnits();
    return units.get(units.size() - 1);
  }
}
