package lindyn.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lindyn.InputException;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.model.RandomModels;
import lindyn.model.Signature;
import lindyn.savedmodel.SavedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxExporterTest {

  private static final int JOINTS = RandomModels.JOINTS;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("lindyn.savedmodel.SavedModels#configurations")
  void predictsInOnnxRuntimeWhatPlainJavaPredicts(LstmConfig config) {
    TrainedLstm model = RandomModels.model(config, 2, 11);
    OnnxExporter.write(model, folder.resolve("onnx"));

    try (var predictor = OnnxPredictor.open(folder.resolve("onnx/model.onnx"))) {
      assertEquals(model.signals(), predictor.signals());
      for (int timeSteps : new int[] {0, 1, 2, 7, 8, 100}) {
        Motion motion = RandomModels.motion(timeSteps, 2, timeSteps);
        SavedModels.assertClose(model.predict(motion), predictor.predict(motion));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lindyn.savedmodel.SavedModels#configurations")
  void stepsTwoRobotsOfWhichOneBeginsLater(LstmConfig config) throws OrtException {
    TrainedLstm model = RandomModels.model(config, 1, 5);
    int inputs = model.signals().inputs();
    int size = Signature.stateSize(model);
    Motion early = RandomModels.motion(12, 1, 1);
    Motion late = RandomModels.motion(12, 1, 2).slice("late", 5, 12);
    float[] state = new float[2 * size];
    float[] tau = new float[2 * 12 * JOINTS];
    float[] samples = new float[2 * inputs];

    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions();
        OrtSession session =
            environment.createSession(OnnxExporter.step(model).toByteArray(), options)) {
      for (int t = 0; t < 12; t++) {
        early.copyInputs(t, samples, 0);
        late.copyInputs(Math.max(0, t - 5), samples, inputs);
        if (t <= 5) {
          Arrays.fill(state, size, 2 * size, 0);
        }
        try (OnnxTensor sample = tensor(environment, samples, 2, inputs);
            OnnxTensor before = tensor(environment, state, 2, size);
            OrtSession.Result result = session.run(Map.of("sample", sample, "state", before))) {
          numbers(result, "tau").get(tau, 2 * t * JOINTS, 2 * JOINTS);
          numbers(result, "next_state").get(state);
        }
      }
    }

    JointSeries.Rows found = JointSeries.rowsOf(tau, 12, 2 * JOINTS);
    SavedModels.assertClose(model.predict(early), found.columns(0, JOINTS));
    SavedModels.assertClose(model.predict(late), found.columns(JOINTS, JOINTS).slice(5, 12));
  }

  private static OnnxTensor tensor(OrtEnvironment environment, float[] numbers, long... shape)
      throws OrtException {
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), shape);
  }

  private static FloatBuffer numbers(OrtSession.Result result, String name) {
    return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
  }

  @Test
  void emitsExactlyTheKnownOperators() {
    Set<String> emitted = new TreeSet<>();
    SavedModels.configurations()
        .map(config -> RandomModels.model(config, 0, 1))
        .forEach(
            model -> {
              for (ModelProto onnx :
                  new ModelProto[] {OnnxExporter.sequence(model), OnnxExporter.step(model)}) {
                addOperators(onnx.getGraph(), emitted);
              }
            });

    assertEquals(emitted, new TreeSet<>(VerifiedOnnx.OPERATORS));
  }

  private static void addOperators(GraphProto graph, Set<String> emitted) {
    for (NodeProto node : graph.getNodeList()) {
      emitted.add(node.getOpType());
      node.getAttributeList().stream()
          .filter(AttributeProto::hasG)
          .forEach(branch -> addOperators(branch.getG(), emitted));
    }
  }

  @Test
  void writesEqualBytesForEqualModels() {
    TrainedLstm model = RandomModels.model(LstmConfig.RECOMMENDED, 1, 3);
    TrainedLstm equal = RandomModels.model(LstmConfig.RECOMMENDED, 1, 3);

    assertArrayEquals(
        OnnxExporter.step(model).toByteArray(), OnnxExporter.step(equal).toByteArray());
  }

  @Test
  void tellsColumnsAndUnits() {
    var config = LstmConfig.PAPER.withHistory(new History.Window(4));

    ValueInfoProto motion =
        OnnxExporter.sequence(RandomModels.model(config, 1, 3)).getGraph().getInput(0);

    assertTrue(
        motion.getDocString().startsWith("q.joint0 [rad], q.joint1 [rad]"), motion.toString());
    assertTrue(motion.getDocString().endsWith("load0 [as in the logs]"), motion.toString());
    assertEquals(10, motion.getType().getTensorType().getShape().getDim(2).getDimValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "[]"})
  void refusesAFileThatIsNoModel(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("model.onnx"), content);

    var error = assertThrows(InputException.class, () -> OnnxPredictor.open(file));

    assertTrue(String.valueOf(error.getMessage()).startsWith(file.toString()), error.toString());
  }

  @Test
  void refusesOtherModels() throws IOException {
    TrainedLstm model = RandomModels.model(LstmConfig.PAPER, 1, 3);
    OnnxExporter.write(model, folder.resolve("onnx"));
    ModelProto.Builder foreign = OnnxExporter.sequence(model).toBuilder();
    foreign.getGraphBuilder().addNode(NodeProto.newBuilder().setOpType("StringSplit"));
    ModelProto.Builder mute = OnnxExporter.sequence(model).toBuilder().clearMetadataProps();

    assertRefused(folder.resolve("onnx/step.onnx"), "inputs [sample, state]");
    assertRefused(
        Files.write(folder.resolve("foreign.onnx"), foreign.build().toByteArray()), "StringSplit");
    assertRefused(
        Files.write(folder.resolve("mute.onnx"), mute.build().toByteArray()), "lindyn.signals");
  }

  private static void assertRefused(Path file, String reason) {
    var error = assertThrows(InputException.class, () -> OnnxPredictor.open(file));
    assertTrue(String.valueOf(error.getMessage()).contains(reason), error.toString());
  }

  @Test
  void refusesToWriteOverAFolder() {
    TrainedLstm model = RandomModels.model(LstmConfig.PAPER, 1, 3);

    assertThrows(InputException.class, () -> OnnxExporter.write(model, folder));
  }
}
