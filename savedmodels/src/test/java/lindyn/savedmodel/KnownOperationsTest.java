package lindyn.savedmodel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import lindyn.InputException;
import lindyn.data.History;
import lindyn.folder.FolderFormat;
import lindyn.folder.StoredFile;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.model.ModelFolder;
import lindyn.model.RandomModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;

class KnownOperationsTest {

  private static final TrainedLstm STREAM =
      RandomModels.model(
          RandomModels.config(
              LstmConfig.Cell.TANH, LstmConfig.ReadOut.LINEAR, 2, new History.Stream(20, 5)),
          0,
          3);

  private static final TrainedLstm WINDOW =
      RandomModels.model(
          RandomModels.config(
              LstmConfig.Cell.SIGMOID, LstmConfig.ReadOut.NONE, 1, new History.Window(5)),
          0,
          3);

  private static final TrainedLstm BASE = RandomModels.model(LstmConfig.RECOMMENDED, 0, 3);

  @TempDir Path folder;

  @Test
  void areExactlyThoseThatTheExporterEmits() {
    Set<String> emitted = new TreeSet<>();
    for (TrainedLstm model : new TrainedLstm[] {STREAM, WINDOW, BASE}) {
      SavedModelExporter.export(model)
          .getMetaGraphs(0)
          .getGraphDef()
          .getNodeList()
          .forEach(node -> emitted.add(node.getOp()));
    }

    assertEquals(emitted, new TreeSet<>(KnownOperations.NAMES));
  }

  @Test
  void acceptWhatTheExporterWrites() {
    assertDoesNotThrow(() -> check(graph -> {}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WriteFile", "ReadFile", "PyFunc", "EagerPyFunc", "Print", "Save"})
  void refuseForeignOperationsByName(String operation) {
    NodeDef node = NodeDef.newBuilder().setName("innocent").setOp(operation).build();

    assertRefused(operation, graph -> graph.getGraphDefBuilder().addNode(node));
    assertRefused(
        operation,
        graph ->
            graph
                .getGraphDefBuilder()
                .getLibraryBuilder()
                .addFunction(FunctionDef.newBuilder().addNodeDef(node)));
  }

  @Test
  void refuseWhatRunsWhenAModelIsLoaded() {
    assertRefused(
        "collections",
        graph -> graph.putCollectionDef("saved_model_main_op", CollectionDef.getDefaultInstance()));
    assertRefused("asset", graph -> graph.addAssetFileDef(AssetFileDef.getDefaultInstance()));
    assertRefused("variables", graph -> graph.setSaverDef(SaverDef.getDefaultInstance()));
  }

  @Test
  void refuseOtherSignatures() {
    assertRefused(
        "signature",
        graph ->
            graph.putSignatureDef(
                "__saved_model_init_op", new Signatures(STREAM).all().get("serving_default")));
    assertRefused("signature", graph -> graph.removeSignatureDef("serving_default"));
    assertRefused("signature", graph -> graph.removeSignatureDef("step"));
  }

  @Test
  void acceptTheOneSignatureThatAnOlderLindynWrote() {
    assertDoesNotThrow(
        () -> check(graph -> graph.removeSignatureDef("window").removeSignatureDef("step")));
  }

  @Test
  void refuseAFileThatIsNoSavedModel() throws IOException {
    Path file = Files.writeString(folder.resolve("saved_model.pb"), "text");

    assertThrows(
        InputException.class, () -> KnownOperations.requireIn(file, new Signatures(STREAM)));
  }

  @Test
  void areCheckedBeforeAModelIsLoaded() throws IOException {
    Path saved = modelWith(NodeDef.newBuilder().setName("innocent").setOp("WriteFile").build());

    var error = assertThrows(InputException.class, () -> SavedModelPredictor.open(saved));

    assertTrue(String.valueOf(error.getMessage()).contains("WriteFile"));
  }

  @Test
  void refuseAGraphThatTensorFlowCannotLoad() throws IOException {
    Path saved =
        modelWith(NodeDef.newBuilder().setName("loose").setOp("Neg").addInput("nowhere").build());

    var error = assertThrows(InputException.class, () -> SavedModelPredictor.open(saved));

    assertTrue(String.valueOf(error.getMessage()).contains("nowhere"));
  }

  /** Writes a model folder with one more node and all hashes right. */
  private Path modelWith(NodeDef node) throws IOException {
    Path saved = folder.resolve("model");
    SavedModels.write(STREAM, saved);
    Path file = saved.resolve(ModelFolder.SAVED_MODEL);
    Path description = saved.resolve(FolderFormat.DESCRIPTION);
    SavedModel.Builder savedModel = SavedModelExporter.export(STREAM).toBuilder();
    savedModel.getMetaGraphsBuilder(0).getGraphDefBuilder().addNode(node);
    StoredFile before = StoredFile.of(file);
    Files.write(file, SavedModelExporter.bytes(savedModel.build()));
    StoredFile after = StoredFile.of(file);
    Files.writeString(
        description,
        Files.readString(description)
            .replace(before.sha256(), after.sha256())
            .replace("\"bytes\" : " + before.bytes(), "\"bytes\" : " + after.bytes()));
    Files.writeString(
        saved.resolve(FolderFormat.DESCRIPTION_HASH),
        FolderFormat.hashLine(StoredFile.of(description)));
    return saved;
  }

  private void assertRefused(String word, Consumer<MetaGraphDef.Builder> change) {
    var error = assertThrows(InputException.class, () -> check(change));
    assertTrue(String.valueOf(error.getMessage()).contains(word));
  }

  private void check(Consumer<MetaGraphDef.Builder> change) throws IOException {
    SavedModel.Builder savedModel = SavedModelExporter.export(STREAM).toBuilder();
    change.accept(savedModel.getMetaGraphsBuilder(0));
    Path file = folder.resolve("saved_model.pb");
    Files.write(file, SavedModelExporter.bytes(savedModel.build()));
    KnownOperations.requireIn(file, new Signatures(STREAM));
  }
}
