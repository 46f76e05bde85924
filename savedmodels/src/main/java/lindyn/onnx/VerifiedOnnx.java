package lindyn.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lindyn.InputException;
import lindyn.Signals;
import lindyn.folder.StrictJson;
import lindyn.model.Signature;

/** Reads ONNX models, distrusting them; whatever is wrong is an InputException with the file. */
final class VerifiedOnnx {

  /** Every operator that the exporter emits. */
  static final Set<String> OPERATORS =
      Set.of(
          "Add",
          "Clip",
          "Concat",
          "Cos",
          "Gather",
          "Greater",
          "Identity",
          "If",
          "LSTM",
          "Less",
          "MatMul",
          "Max",
          "Mul",
          "Range",
          "ReduceMin",
          "Reshape",
          "Shape",
          "Sin",
          "Slice",
          "Squeeze",
          "Sub",
          "Tanh",
          "Tile",
          "Transpose",
          "Unsqueeze",
          "Where");

  private VerifiedOnnx() {}

  /** Reads a model of whole motions. */
  static ModelProto read(Path file) {
    ModelProto model;
    try {
      model = ModelProto.parseFrom(Files.readAllBytes(file));
    } catch (IOException e) {
      throw refusal(file, "not a readable ONNX model (" + e + ")");
    }
    GraphProto graph = model.getGraph();
    requireKnown(file, graph);
    requireNames(file, "inputs", graph.getInputList(), Signature.MOTION);
    requireNames(file, "outputs", graph.getOutputList(), Signature.TAU);
    return model;
  }

  /** Looks into branches too. */
  private static void requireKnown(Path file, GraphProto graph) {
    for (NodeProto node : graph.getNodeList()) {
      if (!OPERATORS.contains(node.getOpType()) || !node.getDomain().isEmpty()) {
        throw refusal(file, "has the operator " + node.getOpType() + ", which Lindyn never writes");
      }
      node.getAttributeList().stream()
          .filter(AttributeProto::hasG)
          .forEach(branch -> requireKnown(file, branch.getG()));
    }
    if (graph.getInitializerList().stream().anyMatch(t -> t.getExternalDataCount() > 0)) {
      throw refusal(file, "takes numbers from other files, which Lindyn's models never do");
    }
  }

  private static void requireNames(
      Path file, String what, List<ValueInfoProto> values, String expected) {
    List<String> names = values.stream().map(ValueInfoProto::getName).toList();
    if (!names.equals(List.of(expected))) {
      throw refusal(
          file,
          "has the "
              + what
              + " "
              + names
              + ", expected ["
              + expected
              + "]; open the "
              + OnnxExporter.SEQUENCE
              + " that Lindyn exports");
    }
  }

  /** Returns the signals of a model's robot. */
  static Signals signals(Path file, ModelProto model) {
    String json =
        model.getMetadataPropsList().stream()
            .filter(property -> property.getKey().equals(OnnxExporter.SIGNALS))
            .map(StringStringEntryProto::getValue)
            .findFirst()
            .orElseThrow(
                () -> refusal(file, "has no " + OnnxExporter.SIGNALS + "; export it again"));
    try {
      return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Signals.class);
    } catch (IOException e) {
      throw refusal(file, OnnxExporter.SIGNALS + " makes no sense (" + e.getMessage() + ")");
    }
  }

  private static InputException refusal(Path file, String problem) {
    return new InputException(file + ": " + problem.replaceAll("\\s+", " "));
  }
}
