package lindyn.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;

/** The layers of a network as LSTM operators of ONNX. */
final class OnnxLayers {

  /** Our gates are in the order i, f, o, g (candidate), those of ONNX in the order i, o, f, g. */
  private static final int[] GATES = {0, 2, 1, 3};

  private final OnnxGraph graph;
  private final LstmConfig.Cell cell;
  private final List<LstmWeights.Layer> layers;

  OnnxLayers(OnnxGraph graph, LstmConfig.Cell cell, List<LstmWeights.Layer> layers) {
    this.graph = graph;
    this.cell = cell;
    this.layers = layers;
  }

  /**
   * What a layer gives.
   *
   * @param outputs h of all steps, shape {@code [steps, rows, units]}
   * @param last h of each row's last step, shape {@code [rows, units]}
   * @param cellState c of each row's last step, shape {@code [rows, units]}
   */
  record Run(String outputs, String last, String cellState) {}

  /**
   * Where a run begins and ends.
   *
   * @param stepsOfRows how many steps each row takes, int32 of shape {@code [rows]}; empty for all
   * @param states h and c of each layer before the first step, shape {@code [rows, units]}; none
   *     for zeros
   */
  record Start(String stepsOfRows, List<List<String>> states) {
    static final Start ZERO = new Start("", List.of());
  }

  /**
   * Adds all layers.
   *
   * @param samples standardised inputs, shape {@code [steps, rows, inputs]}
   */
  List<Run> run(String samples, Start start) {
    List<Run> runs = new ArrayList<>();
    String below = samples;
    for (int l = 0; l < layers.size(); l++) {
      List<String> before = start.states().isEmpty() ? List.of("", "") : start.states().get(l);
      runs.add(run(layers.get(l), below, start.stepsOfRows(), before));
      below = runs.get(l).outputs();
    }
    return runs;
  }

  private Run run(LstmWeights.Layer layer, String input, String stepsOfRows, List<String> before) {
    List<String> outputs =
        graph.add(
            "LSTM",
            List.of(OnnxGraph.attribute("hidden_size", layer.units()), activations()),
            3,
            input,
            kernel(layer, 0, layer.inputs()),
            kernel(layer, layer.inputs(), layer.units()),
            biases(layer),
            stepsOfRows,
            perDirection(before.get(0)),
            perDirection(before.get(1)));
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

  private String perDirection(String state) {
    return state.isEmpty() ? state : graph.add("Unsqueeze", state, graph.integers(0));
  }

  /** Rows of the kernel, transposed and with the gates in the order of ONNX. */
  private String kernel(LstmWeights.Layer layer, int firstRow, int rows) {
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
  private String biases(LstmWeights.Layer layer) {
    int units = layer.units();
    float[] from = layer.bias().toArray();
    float[] numbers = new float[8 * units];
    for (int place = 0; place < GATES.length; place++) {
      System.arraycopy(from, GATES[place] * units, numbers, place * units, units);
    }
    return graph.constant(numbers, 1, 8L * units);
  }
}
