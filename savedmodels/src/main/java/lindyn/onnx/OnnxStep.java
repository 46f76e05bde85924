package lindyn.onnx;

import java.util.ArrayList;
import java.util.List;
import lindyn.data.History;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;
import lindyn.model.Signature;

/** The torques of one sample of each robot, as operators of ONNX. */
final class OnnxStep {

  private final OnnxGraph graph;
  private final TrainedLstm model;
  private final OnnxTorques torques;
  private final OnnxLayers layers;

  OnnxStep(OnnxGraph graph, TrainedLstm model) {
    this.graph = graph;
    this.model = model;
    torques = new OnnxTorques(graph, model);
    layers = new OnnxLayers(graph, model);
  }

  /**
   * What a step gives.
   *
   * @param tau torques, shape {@code [rows, d]}
   * @param nextState what is to be remembered, shape {@code [rows, state]}
   */
  record Result(String tau, String nextState) {}

  /** A step's outputs of the last layer, and what is remembered but the first column. */
  private record Advance(String outputs, String remembered) {}

  /**
   * Adds the network.
   *
   * @param sample inputs in SI units, shape {@code [rows, 3d + extra]}
   * @param state what is remembered, shape {@code [rows, state]}
   */
  Result of(String sample, String state) {
    String begun = graph.slice(state, 1, 0, 1);
    String remembered = graph.slice(state, 1, 1, Signature.stateSize(model));
    Advance advance =
        model.config().history() instanceof History.Window window
            ? window(window.timeSteps(), sample, begun, remembered)
            : stream(model.config().history().firstScored(), sample, begun, remembered);
    String one = graph.add("Max", begun, graph.constant(1f));
    return new Result(
        torques.torques(advance.outputs(), sample),
        graph.concat(1, List.of(one, advance.remembered())));
  }

  private Advance stream(int warmUp, String sample, String begun, String remembered) {
    String one = graph.add("Unsqueeze", torques.standardized(sample), graph.integers(0));
    String before = warmUp == 0 ? remembered : warmedUp(warmUp, one, begun, remembered);
    List<OnnxLayers.Run> runs = layers.run(graph, one, states(before));
    return new Advance(runs.get(runs.size() - 1).last(), remembered(graph, runs));
  }

  /**
   * Replaces what is remembered of robots whose motion has not begun by what the warm-up leaves; it
   * runs only if there are any.
   */
  private String warmedUp(int warmUp, String one, String begun, String remembered) {
    OnnxGraph warm = OnnxGraph.ofBranch("warm_up");
    String samples = warm.add("Tile", one, warm.integers(warmUp, 1, 1));
    String warmed = remembered(warm, layers.run(warm, samples));
    String isBegun = warm.add("Greater", begun, warm.constant(0f));
    warm.result(warm.add("Where", isBegun, remembered, warmed));
    OnnxGraph same = OnnxGraph.ofBranch("all_begun");
    same.result(remembered);
    String first = graph.add("ReduceMin", OnnxGraph.attribute("keepdims", 0), begun);
    return graph.choose(graph.add("Less", first, graph.constant(1f)), warm, same);
  }

  private static String remembered(OnnxGraph graph, List<OnnxLayers.Run> runs) {
    List<String> parts = new ArrayList<>();
    for (OnnxLayers.Run run : runs) {
      parts.add(run.last());
      parts.add(run.cellState());
    }
    return graph.concat(1, parts);
  }

  private List<OnnxLayers.State> states(String remembered) {
    List<OnnxLayers.State> states = new ArrayList<>();
    long from = 0;
    for (LstmWeights.Layer layer : model.weights().layers()) {
      int units = layer.units();
      states.add(
          new OnnxLayers.State(
              graph.slice(remembered, 1, from, from + units),
              graph.slice(remembered, 1, from + units, from + 2L * units)));
      from += 2L * units;
    }
    return states;
  }

  private Advance window(int length, String sample, String begun, String remembered) {
    int inputs = model.signals().inputs();
    String window = sample;
    if (length > 1) {
      String repeated = graph.add("Tile", sample, graph.integers(1, length - 1L));
      String isBegun = graph.add("Greater", begun, graph.constant(0f));
      window = graph.concat(1, List.of(graph.add("Where", isBegun, remembered, repeated), sample));
    }
    String samples =
        graph.swapFirstAxes(graph.add("Reshape", window, graph.integers(-1, length, inputs)));
    List<OnnxLayers.Run> runs = layers.run(graph, torques.standardized(samples));
    return new Advance(
        runs.get(runs.size() - 1).last(), graph.slice(window, 1, inputs, (long) length * inputs));
  }
}
