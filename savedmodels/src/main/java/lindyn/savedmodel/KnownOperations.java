package lindyn.savedmodel;

import com.google.protobuf.CodedInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lindyn.InputException;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;

/**
 * Refuses SavedModels that could do more than compute, before TensorFlow sees them: a SavedModel is
 * a program, and one from elsewhere could read and write files when it predicts.
 */
final class KnownOperations {

  /** Every operation that the exporter emits; all of them only compute. */
  static final Set<String> NAMES =
      Set.of(
          "Add",
          "BiasAdd",
          "ConcatV2",
          "Const",
          "Cos",
          "Enter",
          "Exit",
          "Fill",
          "GatherV2",
          "Greater",
          "Identity",
          "Less",
          "LoopCond",
          "MatMul",
          "Max",
          "Maximum",
          "Merge",
          "Minimum",
          "Mul",
          "Neg",
          "NextIteration",
          "Pack",
          "Placeholder",
          "Range",
          "Reshape",
          "SelectV2",
          "Shape",
          "Sigmoid",
          "Sin",
          "Slice",
          "Split",
          "StridedSlice",
          "Sub",
          "Switch",
          "Tanh",
          "TensorListReserve",
          "TensorListSetItem",
          "TensorListStack",
          "Tile",
          "Transpose");

  private final Path file;

  private KnownOperations(Path file) {
    this.file = file;
  }

  /**
   * Checks a file.
   *
   * @throws InputException if it is no SavedModel, holds other operations or anything that runs
   *     when it is loaded, or has other signatures than these
   */
  static void requireIn(Path file, Signatures signatures) {
    new KnownOperations(file).check(parsed(file), signatures);
  }

  private static SavedModel parsed(Path file) {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      return SavedModel.parseFrom(CodedInputStream.newInstance(stream));
    } catch (IOException e) {
      throw new InputException(file + ": not a readable SavedModel (" + e.getMessage() + ")", e);
    }
  }

  private void check(SavedModel savedModel, Signatures signatures) {
    require(savedModel.getMetaGraphsCount() == 1, "more or less than one graph");
    MetaGraphDef graph = savedModel.getMetaGraphs(0);
    require(
        graph.getMetaInfoDef().getTagsList().equals(List.of(SavedModelExporter.TAG)),
        "other tags than " + SavedModelExporter.TAG);
    // Collections and asset files can name operations that run when the model is loaded.
    require(graph.getCollectionDefCount() == 0, "collections");
    require(graph.getAssetFileDefCount() == 0, "asset files");
    require(!graph.hasSaverDef() && !graph.hasObjectGraphDef(), "variables to restore");
    requireKnown(graph.getGraphDef());
    Map<String, SignatureDef> found = graph.getSignatureDefMap();
    require(
        found.equals(signatures.all()) || found.equals(signatures.older()),
        "other signatures than its inputs and network in lindyn.json ask for");
  }

  private void requireKnown(GraphDef graph) {
    graph.getNodeList().forEach(this::requireKnown);
    graph
        .getLibrary()
        .getFunctionList()
        .forEach(function -> function.getNodeDefList().forEach(this::requireKnown));
    require(graph.getLibrary().getGradientCount() == 0, "custom gradients");
  }

  private void requireKnown(NodeDef node) {
    require(
        NAMES.contains(node.getOp()),
        "the operation " + node.getOp() + " (node " + node.getName() + ")");
  }

  private void require(boolean holds, String foreign) {
    if (!holds) {
      throw new InputException(
          file
              + ": has "
              + foreign.lines().findFirst().orElse("")
              + ", which Lindyn's exporter never writes; a SavedModel is a program: do not use it"
              + " unless you trust where it comes from");
    }
  }
}
