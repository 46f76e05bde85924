package lindyn.savedmodel;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import lindyn.InputException;
import lindyn.Signals;
import lindyn.data.Rehearsal;
import lindyn.eval.Baselines;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.graph.NativeMemory;
import lindyn.model.ModelFolder;
import org.tensorflow.Graph;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Writes a trained network as a SavedModel: a fresh graph of basic operations, its weights as
 * constants. It has no variables, so no part of it can be missing when it is loaded.
 */
public final class SavedModelExporter {

  static {
    NativeMemory.liftLimits();
  }

  /** The one signature, under the name that serving systems look for. */
  static final String SIGNATURE = "serving_default";

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
      new ServingGraph(model, graph).build();
      return SavedModel.newBuilder()
          .setSavedModelSchemaVersion(SCHEMA_VERSION)
          .addMetaGraphs(
              MetaGraphDef.newBuilder()
                  .setMetaInfoDef(
                      MetaGraphDef.MetaInfoDef.newBuilder()
                          .addTags(TAG)
                          .setTensorflowVersion(TensorFlow.version()))
                  .setGraphDef(graph.toGraphDef())
                  .putSignatureDef(SIGNATURE, signature(model.signals())))
          .build();
    }
  }

  /** Returns what the graph of a network with these signals takes and gives. */
  static SignatureDef signature(Signals signals) {
    return SignatureDef.newBuilder()
        .putInputs(ServingGraph.INPUT, info(ServingGraph.INPUT, signals.inputs()))
        .putOutputs(ServingGraph.OUTPUT, info(ServingGraph.OUTPUT, signals.joints()))
        .setMethodName("tensorflow/serving/predict")
        .build();
  }

  /** Describes the first output of an operation: any batch, any time and so many columns. */
  private static TensorInfo info(String operation, int columns) {
    var shape = TensorShapeProto.newBuilder();
    for (int size : new int[] {-1, -1, columns}) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return TensorInfo.newBuilder()
        .setName(operation + ":0")
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(shape)
        .build();
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
