package lindyn.savedmodel;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import lindyn.InputException;
import lindyn.data.Rehearsal;
import lindyn.eval.Baselines;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.graph.NativeMemory;
import lindyn.model.ModelFolder;
import org.tensorflow.Graph;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;

/**
 * Writes a trained network as a SavedModel: a fresh graph of basic operations, its weights as
 * constants. It has no variables, so no part of it can be missing when it is loaded.
 */
public final class SavedModelExporter {

  static {
    NativeMemory.liftLimits();
  }

  /** The tag under which serving systems load a graph. */
  static final String TAG = "serve";

  private static final long SCHEMA_VERSION = 1;

  private SavedModelExporter() {}

  /**
   * Writes a model folder; it appears complete or not at all.
   *
   * @param baselines what the model is measured against
   * @param rehearsal what it keeps of its data, which may be nothing
   * @param folder a folder that does not exist; its parents are made
   * @throws InputException if the folder exists
   * @throws IllegalArgumentException if a number of the model is not finite
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(
      TrainedLstm model, Baselines baselines, Rehearsal rehearsal, Path folder) {
    ModelFolder.write(model, baselines, rehearsal, bytes(export(model)), folder);
  }

  /** Returns the SavedModel of a network. */
  static SavedModel export(TrainedLstm model) {
    try (Graph graph = new Graph()) {
      addOperations(model, graph);
      return SavedModel.newBuilder()
          .setSavedModelSchemaVersion(SCHEMA_VERSION)
          .addMetaGraphs(
              MetaGraphDef.newBuilder()
                  .setMetaInfoDef(
                      MetaGraphDef.MetaInfoDef.newBuilder()
                          .addTags(TAG)
                          .setTensorflowVersion(TensorFlow.version()))
                  .setGraphDef(graph.toGraphDef())
                  .putAllSignatureDef(new Signatures(model).all()))
          .build();
    }
  }

  private static void addOperations(TrainedLstm model, Graph graph) {
    var motion = new MotionGraph(model, graph);
    motion.addSequence();
    motion.addWindow();
    new StepGraph(model, graph).add();
  }

  /** Returns a SavedModel's bytes, equal for equal models. */
  static byte[] bytes(SavedModel savedModel) {
    var bytes = new ByteArrayOutputStream(savedModel.getSerializedSize());
    CodedOutputStream output = CodedOutputStream.newInstance(bytes);
    output.useDeterministicSerialization();
    try {
      savedModel.writeTo(output);
      output.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
