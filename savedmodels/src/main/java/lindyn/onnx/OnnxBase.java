package lindyn.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import lindyn.linear.RigidBodyFeatures;
import lindyn.linear.RigidBodyModel;

/** A rigid-body model as operators of ONNX. */
final class OnnxBase {

  private final OnnxGraph graph;
  private final RigidBodyModel model;
  private final RigidBodyFeatures features;

  OnnxBase(OnnxGraph graph, RigidBodyModel model) {
    this.graph = graph;
    this.model = model;
    features = model.features();
  }

  /**
   * Adds the model.
   *
   * @param inputs inputs in SI units, shape {@code [..., 3d + extra]}
   * @return torques, with the same leading axes
   */
  String torques(String inputs) {
    String z = OnnxTorques.standardized(graph, model.featureStandardizer(), features(inputs));
    String product = graph.add("MatMul", z, graph.constant(model.weights()));
    return graph.add("Add", product, OnnxTorques.row(graph, model.intercept().toArray()));
  }

  private String features(String inputs) {
    int joints = features.joints();
    String q = graph.slice(inputs, -1, 0, joints);
    String qd = graph.slice(inputs, -1, joints, 2L * joints);
    String friction =
        graph.add(
            "Tanh", graph.add("Mul", qd, OnnxTorques.row(graph, features.inverseFrictionSpeeds())));
    String simple = beside(List.of(inputs, graph.add("Sin", q), graph.add("Cos", q), friction));
    List<String> all = new ArrayList<>();
    all.add(simple);
    if (!features.chains().isEmpty()) {
      String angles = graph.add("MatMul", q, graph.constant(features.chainSums()));
      all.add(graph.add("Sin", angles));
      all.add(graph.add("Cos", angles));
    }
    all.add(
        graph.add(
            "Mul",
            factors(simple, RigidBodyFeatures.Product::left),
            factors(simple, RigidBodyFeatures.Product::right)));
    return beside(all);
  }

  private String beside(List<String> parts) {
    return graph.concat(-1, parts);
  }

  private String factors(String simple, ToIntFunction<RigidBodyFeatures.Product> factor) {
    long[] indices = features.products().stream().mapToInt(factor).asLongStream().toArray();
    return graph.add("Gather", OnnxGraph.attribute("axis", -1), simple, graph.integers(indices));
  }
}
