package lindyn.onnx;

import lindyn.data.Standardizer;
import lindyn.lstm.TrainedLstm;

/** What lies before and after the layers of a network, as operators of ONNX. */
final class OnnxTorques {

  private final OnnxGraph graph;
  private final TrainedLstm model;

  OnnxTorques(OnnxGraph graph, TrainedLstm model) {
    this.graph = graph;
    this.model = model;
  }

  /** Adds the standardising of inputs in SI units, shape {@code [..., 3d + extra]}. */
  String standardized(String inputs) {
    return standardized(graph, model.inputStandardizer(), inputs);
  }

  /** Adds (x − offset) · (1 / scale), limited: the arithmetic of plain Java. */
  static String standardized(OnnxGraph graph, Standardizer standardizer, String columns) {
    String z =
        graph.add(
            "Mul",
            graph.add("Sub", columns, row(graph, standardizer.offsets())),
            row(graph, standardizer.factors()));
    float limit = (float) standardizer.limit();
    return graph.add("Clip", z, graph.constant(-limit), graph.constant(limit));
  }

  /**
   * Adds read-out, units and base.
   *
   * @param outputs outputs of the last layer, shape {@code [..., units]}
   * @param inputs what they are the answer to, in SI units, with the same leading axes
   * @return torques, with the same leading axes
   */
  String torques(String outputs, String inputs) {
    String learnt = restored(readOut(outputs));
    return model
        .base()
        .map(base -> graph.add("Add", learnt, new OnnxBase(graph, base).torques(inputs)))
        .orElse(learnt);
  }

  private String readOut(String outputs) {
    return model
        .weights()
        .readOut()
        .map(
            head ->
                graph.add(
                    "Add",
                    graph.add("MatMul", outputs, graph.constant(head.kernel())),
                    row(graph, head.bias().toArray())))
        .orElse(outputs);
  }

  private String restored(String rows) {
    Standardizer standardizer = model.targetStandardizer();
    String scaled = graph.add("Mul", rows, row(graph, standardizer.scales()));
    return graph.add("Add", scaled, row(graph, standardizer.offsets()));
  }

  /** Adds one constant number per column. */
  static String row(OnnxGraph graph, float[] numbers) {
    return graph.constant(numbers, numbers.length);
  }
}
