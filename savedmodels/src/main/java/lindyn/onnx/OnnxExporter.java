package lindyn.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lindyn.InputException;
import lindyn.folder.Column;
import lindyn.folder.StagedFolder;
import lindyn.folder.StrictJson;
import lindyn.lstm.TrainedLstm;
import lindyn.model.Signature;

/**
 * Writes a network as two ONNX models with LSTM operators: {@value #SEQUENCE} from motions to
 * torques, {@value #STEP} from one sample and the state to torques and the next state, the same
 * tensors as those signatures of the SavedModel. Normalisation is inside.
 */
public final class OnnxExporter {

  /** The file with the model of whole motions. */
  public static final String SEQUENCE = "model.onnx";

  /** The file with the model of single samples. */
  public static final String STEP = "step.onnx";

  /** The property that holds the robot's signals as JSON. */
  static final String SIGNALS = "lindyn.signals";

  /** Operators as of ONNX 1.8, which every runtime of today has. */
  private static final int OPERATOR_SET = 13;

  private static final int IR_VERSION = 7;

  private final TrainedLstm model;
  private final List<Column> inputs;
  private final List<Column> outputs;

  private OnnxExporter(TrainedLstm model) {
    this.model = model;
    inputs = Column.inputs(model.signals(), model.inputStandardizer());
    outputs = Column.outputs(model.signals(), model.targetStandardizer());
  }

  /**
   * Writes both models; the folder appears complete or not at all.
   *
   * @param folder a folder that does not exist; its parents are made
   * @throws InputException if the folder exists
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(TrainedLstm model, Path folder) {
    byte[] sequence = sequence(model).toByteArray();
    byte[] step = step(model).toByteArray();
    StagedFolder.create(
        folder,
        staging -> {
          Files.write(staging.resolve(SEQUENCE), sequence);
          Files.write(staging.resolve(STEP), step);
        });
  }

  /** Returns the model of whole motions. */
  static ModelProto sequence(TrainedLstm model) {
    return new OnnxExporter(model).sequence();
  }

  /** Returns the model of single samples. */
  static ModelProto step(TrainedLstm model) {
    return new OnnxExporter(model).step();
  }

  private ModelProto sequence() {
    Signature signature = Signature.of(model, Signature.SEQUENCE);
    var graph = OnnxGraph.ofModel("lindyn");
    String motion = graph.input(signature.inputs().get(0), columns(inputs));
    graph.output(
        signature.outputs().get(0),
        columns(outputs),
        new OnnxSequence(graph, model).torques(motion));
    return model(graph, "Joint torques of every time step of motions.");
  }

  private ModelProto step() {
    Signature signature = Signature.of(model, Signature.STEP);
    var graph = OnnxGraph.ofModel("lindyn_step");
    String sample = graph.input(signature.inputs().get(0), columns(inputs));
    String state =
        graph.input(
            signature.inputs().get(1), "next_state of the sample before; zeros before the first");
    OnnxStep.Result result = new OnnxStep(graph, model).of(sample, state);
    graph.output(signature.outputs().get(0), columns(outputs), result.tau());
    graph.output(signature.outputs().get(1), "state of the next sample", result.nextState());
    return model(graph, "Joint torques of one sample of each robot.");
  }

  private ModelProto model(OnnxGraph graph, String description) {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("Lindyn")
        .setProducerVersion(model.provenance().lindynVersion())
        .setDocString(description)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
        .addMetadataProps(
            StringStringEntryProto.newBuilder().setKey(SIGNALS).setValue(signalsAsJson()))
        .setGraph(graph.build())
        .build();
  }

  private String signalsAsJson() {
    try {
      return StrictJson.MAPPER.writeValueAsString(model.signals());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String columns(List<Column> columns) {
    return String.join(
        ", ", columns.stream().map(column -> column.name() + " [" + column.unit() + "]").toList());
  }
}
