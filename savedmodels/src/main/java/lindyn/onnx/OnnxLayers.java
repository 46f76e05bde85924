package lindyn.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;

/** The layers of a network as LSTM operators of ONNX. */
final class OnnxLayers {

  /** Our gates are in the order i, f, o, g (candidate), those of ONNX in the order i, o, f, g. */
  private static final int[] GATES = {0, 2, 1, 3};

  private final LstmConfig.Cell cell;
  private final List<Layer> layers;

  /**
   * Adds the weights to a graph.
   *
   * @param graph the graph that runs the layers, or that is around those that do
   */
  OnnxLayers(OnnxGraph graph, TrainedLstm model) {
    cell = model.config().cell();
    layers = model.weights().layers().stream().map(layer -> Layer.of(graph, layer)).toList();
  }

  /**
   * The names of a layer's weights.
   *
   * @param units its hidden units
   * @param kernel weights of the inputs
   * @param recurrence weights of the outputs of the step before
   * @param bias biases
   */
  private record Layer(int units, String kernel, String recurrence, String bias) {

    static Layer of(OnnxGraph graph, LstmWeights.Layer layer) {
      return new Layer(
          layer.units(),
          rows(graph, layer, 0, layer.inputs()),
          rows(graph, layer, layer.inputs(), layer.units()),
          biases(graph, layer));
    }
  }

  /**
   * What a layer gives.
   *
   * @param outputs h of all steps, shape {@code [steps, rows, units]}
   * @param last h of the last step, shape {@code [rows, units]}
   * @param cellState c of the last step, shape {@code [rows, units]}
   */
  record Run(String outputs, String last, String cellState) {}

  /**
   * What a layer remembers before the first step.
   *
   * @param output h, shape {@code [rows, units]}
   * @param cellState c, shape {@code [rows, units]}
   */
  record State(String output, String cellState) {}

  /**
   * Adds all layers, from zero states.
   *
   * @param samples standardised inputs, shape {@code [steps, rows, inputs]}
   */
  List<Run> run(OnnxGraph graph, String samples) {
    return run(graph, samples, layers.stream().map(layer -> new State("", "")).toList());
  }

  /**
   * Adds all layers.
   *
   * @param samples standardised inputs, shape {@code [steps, rows, inputs]}
   * @param before what each layer remembers
   */
  List<Run> run(OnnxGraph graph, String samples, List<State> before) {
    List<Run> runs = new ArrayList<>();
    String below = samples;
    for (int l = 0; l < layers.size(); l++) {
      runs.add(run(graph, layers.get(l), below, before.get(l)));
      below = runs.get(l).outputs();
    }
    return runs;
  }

  private Run run(OnnxGraph graph, Layer layer, String input, State before) {
    List<String> outputs =
        graph.add(
            "LSTM",
            List.of(OnnxGraph.attribute("hidden_size", layer.units()), activations()),
            3,
            input,
            layer.kernel(),
            layer.recurrence(),
            layer.bias(),
            "",
            perDirection(graph, before.output()),
            perDirection(graph, before.cellState()));
    return new Run(
        graph.add("Squeeze", outputs.get(0), graph.integers(1)),
        graph.add("Squeeze", outputs.get(1), graph.integers(0)),
        graph.add("Squeeze", outputs.get(2), graph.integers(0)));
  }

  /** The functions of the gates, of the candidate, and of the cell state. */
  private AttributeProto activations() {
    String squashing =
        switch (cell) {
          case TANH -> "Tanh";
          case SIGMOID -> "Sigmoid";
        };
    return OnnxGraph.words("activations", "Sigmoid", "Tanh", squashing);
  }

  private static String perDirection(OnnxGraph graph, String state) {
    return state.isEmpty() ? state : graph.add("Unsqueeze", state, graph.integers(0));
  }

  /** Rows of the kernel, transposed and with the gates in the order of ONNX. */
  private static String rows(OnnxGraph graph, LstmWeights.Layer layer, int firstRow, int rows) {
    FloatMatrix kernel = layer.kernel();
    int units = layer.units();
    float[] from = kernel.toArray();
    float[] numbers = new float[4 * units * rows];
    int next = 0;
    for (int gate : GATES) {
      for (int unit = 0; unit < units; unit++) {
        for (int row = 0; row < rows; row++) {
          numbers[next++] = from[(firstRow + row) * kernel.columns() + gate * units + unit];
        }
      }
    }
    return graph.constant(numbers, 1, 4L * units, rows);
  }

  /** The biases of the inputs; those of the outputs, which ONNX has too, are zero. */
  private static String biases(OnnxGraph graph, LstmWeights.Layer layer) {
    int units = layer.units();
    float[] from = layer.bias().toArray();
    float[] numbers = new float[8 * units];
    for (int place = 0; place < GATES.length; place++) {
      System.arraycopy(from, GATES[place] * units, numbers, place * units, units);
    }
    return graph.constant(numbers, 1, 8L * units);
  }
}
