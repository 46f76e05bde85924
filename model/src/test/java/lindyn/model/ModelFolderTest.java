package lindyn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lindyn.Derivatives;
import lindyn.FloatMatrix;
import lindyn.InputException;
import lindyn.JointSeries;
import lindyn.data.History;
import lindyn.data.Rehearsal;
import lindyn.data.Reservoir;
import lindyn.eval.Baselines;
import lindyn.folder.FolderFormat;
import lindyn.folder.SafeTensors;
import lindyn.folder.StagedFolder;
import lindyn.folder.StoredFile;
import lindyn.folder.StrictJson;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {

  private static final LstmConfig CONFIG =
      RandomModels.config(
          LstmConfig.Cell.TANH, LstmConfig.ReadOut.LINEAR, 2, new History.Stream(20, 5));

  private static final TrainedLstm MODEL = RandomModels.model(CONFIG, 1, 3);

  @TempDir Path folder;
  private Path saved;

  @BeforeEach
  void save() {
    saved = folder.resolve("model");
    RandomModels.write(MODEL, RandomModels.rehearsal(MODEL), saved);
  }

  @Test
  void readsWhatWasWritten() {
    TrainedLstm paper =
        RandomModels.model(LstmConfig.PAPER.withHistory(new History.Window(4)), 0, 8);
    RandomModels.write(paper, folder.resolve("runs/1/paper"));

    TrainedLstm withBase = RandomModels.model(LstmConfig.RECOMMENDED, 2, 4);
    RandomModels.write(withBase, folder.resolve("base"));

    assertEquals(MODEL, ModelFolder.read(saved));
    assertEquals(withBase, ModelFolder.read(folder.resolve("base")));
    assertEquals(paper, ModelFolder.read(folder.resolve("runs/1/paper")));
  }

  @Test
  void readsTheBaselinesThatWereWritten() {
    assertEquals(RandomModels.baselines(MODEL.signals()), ModelFolder.readBaselines(saved));
  }

  @Test
  void readsTheSamplesThatWereKept() {
    Rehearsal kept = RandomModels.rehearsal(MODEL);
    RandomModels.write(MODEL, folder.resolve("without"));

    Rehearsal read = ModelFolder.readRehearsal(saved);

    assertEquals(kept.train().seen(), read.train().seen());
    assertEquals(kept.validation().seen(), read.validation().seen());
    assertEquals(rows(kept.train()), rows(read.train()));
    assertEquals(rows(kept.validation()), rows(read.validation()));
    assertEquals(Rehearsal.NONE, ModelFolder.readRehearsal(folder.resolve("without")));
  }

  private static List<List<JointSeries>> rows(Reservoir reservoir) {
    return reservoir.pieces().stream()
        .map(piece -> List.of(piece.motion().inputSeries(), piece.tau()))
        .toList();
  }

  @Test
  void refusesSamplesThatDoNotFitTheModel() throws IOException {
    TrainedLstm other = RandomModels.model(CONFIG, 2, 3);

    byte[] samples = SafeTensors.bytes(RehearsalTensors.of(RandomModels.rehearsal(other)));
    Path file = saved.resolve(ModelFolder.REHEARSAL);
    String before = StoredFile.of(file).sha256();
    long bytes = Files.size(file);
    Files.write(file, samples);
    String after = StoredFile.of(file).sha256();
    editDescription(
        text ->
            text.replace(before, after)
                .replace("\"bytes\" : " + bytes, "\"bytes\" : " + samples.length));

    var error = assertThrows(InputException.class, () -> ModelFolder.readRehearsal(saved));
    assertTrue(String.valueOf(error.getMessage()).contains("train.inputs of 10 columns"));
  }

  @Test
  void writesEqualBytesForEqualModels() throws IOException {
    RandomModels.write(MODEL, RandomModels.rehearsal(MODEL), folder.resolve("again"));

    for (Path file : files(saved)) {
      Path other = folder.resolve("again").resolve(file.getFileName());
      assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), file.toString());
    }
  }

  @Test
  void refusesEveryFlippedBit() throws IOException {
    for (Path file : files(saved)) {
      byte[] content = Files.readAllBytes(file);
      int step = content.length < 200 ? 1 : 97;
      for (int i = 0; i < content.length; i += step) {
        byte[] changed = content.clone();
        changed[i] ^= (byte) (1 << (i % 8));
        Files.write(file, changed);
        assertRefused(file);
      }
      Files.write(file, content);
    }
    TrainedLstm withBase = RandomModels.model(LstmConfig.RECOMMENDED, 2, 4);
    RandomModels.write(withBase, folder.resolve("base"));

    assertEquals(MODEL, ModelFolder.read(saved));
    assertEquals(withBase, ModelFolder.read(folder.resolve("base")));
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    for (Path file : files(saved)) {
      byte[] content = Files.readAllBytes(file);
      for (int length = 0; length < content.length; length += 64) {
        Files.write(file, Arrays.copyOf(content, length));
        assertRefused(file);
      }
      Files.write(file, content);
    }
  }

  @Test
  void keptSamplesMayBeTakenAway() throws IOException {
    Files.delete(saved.resolve(ModelFolder.REHEARSAL));

    assertEquals(MODEL, ModelFolder.read(saved));
    assertEquals(Rehearsal.NONE, ModelFolder.readRehearsal(saved));
  }

  @Test
  void refusesAMissingFile() throws IOException {
    List<Path> needed = new ArrayList<>(files(saved));
    assertTrue(needed.remove(saved.resolve(ModelFolder.REHEARSAL)));
    for (Path file : needed) {
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      assertRefused(file);
      Files.write(file, content);
    }
  }

  @Test
  void refusesALinkInPlaceOfAFile() throws IOException {
    for (Path file : files(saved)) {
      Path elsewhere = folder.resolve("elsewhere-" + file.getFileName());
      Files.move(file, elsewhere);
      Files.createSymbolicLink(file, elsewhere);
      assertRefused(file);
      Files.delete(file);
      Files.move(elsewhere, file);
    }
  }

  @Test
  void refusesAFileThatDoesNotBelong() throws IOException {
    Path variables = Files.createDirectory(saved.resolve("variables"));

    assertRefused(variables);
  }

  @Test
  void refusesAFolderThatIsNoModel() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThrows(InputException.class, () -> ModelFolder.read(empty));
    assertThrows(InputException.class, () -> ModelFolder.read(file));
    assertThrows(InputException.class, () -> ModelFolder.read(folder.resolve("missing")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"formatVersion\" : 1|\"formatVersion\" : 2",
        "\"lindyn-model\"|\"onnx\"",
        "\"layers\" : 2|\"layers\" : 2000000000",
        "\"layers\" : 2|\"layers\" : 20000000000",
        "\"layers\" : 2|\"layers\" : 1",
        "\"layers\" : 2|\"layers\" : 0",
        "\"layers\" : 2|\"layers\" : null",
        "\"hiddenUnits\" : 6|\"hiddenUnits\" : 2000000000",
        "\"timeSteps\" : 20|\"timeSteps\" : 2.5",
        "\"warmUp\" : 5|\"warmUp\" : 20",
        "\"kind\" : \"stream\"|\"kind\" : \"java.lang.Object\"",
        "\"kind\" : \"savitzky-golay\"|\"kind\" : \"kalman\"",
        "\"windowSeconds\" : 0.25|\"windowSeconds\" : -1",
        "\"TANH\"|\"RELU\"",
        "\"offset\" : |\"offset\" : 1e999, \"x\" : ",
        "\"scale\" : |\"scale\" : -",
        "\"name\" : \"q.joint0\"|\"name\" : \"q.joint1\"",
        "\"unit\" : \"rad\"|\"unit\" : \"degree\"",
        "\"samplePeriod\" : 0.01|\"samplePeriod\" : \"NaN\"",
        "\"samplePeriod\" : 0.01|\"samplePeriod\" : 0.01, \"samplePeriod\" : 0.02",
        "\"joint0\", |null, ",
        "\"joint0\", |",
        "\"saved_model.pb\"|\"../saved_model.pb\"",
        "\"weights.safetensors\"|\"/etc/passwd\"",
        "\"files\"|\"file\"",
        "\"format\"|[[[[",
      })
  void refusesADescriptionThatMakesNoSense(String change) throws IOException {
    String[] parts = change.split("\\|", -1);
    editDescription(text -> text.replace(parts[0], parts[1]));

    assertRefused(saved);
  }

  @Test
  void olderFoldersHaveMeasuredDerivatives() throws IOException {
    editDescription(text -> text.replaceFirst("\"derivatives\"(?s:.*?)\"inputs\"", "\"inputs\""));

    TrainedLstm older = ModelFolder.read(saved);

    assertEquals(Derivatives.MEASURED, older.signals().derivatives());
    assertEquals(MODEL.weights(), older.weights());
  }

  @Test
  void olderBaselinesHaveMeasuredDerivatives() throws IOException {
    Baselines baselines = RandomModels.baselines(MODEL.signals());
    JsonNode tree = StrictJson.MAPPER.valueToTree(baselines);
    tree.findParents("derivatives").forEach(parent -> ((ObjectNode) parent).remove("derivatives"));

    Baselines older = StrictJson.read(StrictJson.MAPPER.writeValueAsBytes(tree), Baselines.class);

    assertEquals(Derivatives.MEASURED, older.mean().signals().derivatives());
    assertEquals(Derivatives.MEASURED, older.linear().signals().derivatives());
  }

  @Test
  void refusesADescriptionWithoutEnd() throws IOException {
    editDescription(text -> "[".repeat(100_000));

    assertRefused(saved.resolve(FolderFormat.DESCRIPTION));
  }

  @Test
  void refusesToWriteOverAnExistingFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    var error = assertThrows(InputException.class, () -> RandomModels.write(MODEL, empty));

    assertTrue(String.valueOf(error.getMessage()).contains(empty.toString()));
    assertThrows(InputException.class, () -> RandomModels.write(MODEL, saved));
    TrainedLstm withBase = RandomModels.model(LstmConfig.RECOMMENDED, 2, 4);
    RandomModels.write(withBase, folder.resolve("base"));

    assertEquals(MODEL, ModelFolder.read(saved));
    assertEquals(withBase, ModelFolder.read(folder.resolve("base")));
  }

  @Test
  void leavesNothingWhenWritingFails() throws IOException {
    Path target = folder.resolve("target");

    assertThrows(
        UncheckedIOException.class,
        () ->
            StagedFolder.create(
                target,
                staging -> {
                  Files.writeString(staging.resolve("first"), "done");
                  throw new IOException("No space left on device");
                }));

    try (var left = Files.list(folder)) {
      assertEquals(List.of(saved), left.toList());
    }
  }

  @Test
  void refusesToWriteWeightsThatAreNotFinite() {
    List<FloatMatrix> matrices = new java.util.ArrayList<>(MODEL.weights().matrices());
    float[] numbers = matrices.get(0).toArray();
    numbers[5] = Float.NaN;
    matrices.set(0, FloatMatrix.of(matrices.get(0).rows(), matrices.get(0).columns(), numbers));
    var broken =
        new TrainedLstm(
            MODEL.signals(),
            MODEL.config(),
            LstmWeights.ofMatrices(MODEL.weights().shape(), matrices),
            MODEL.base(),
            MODEL.inputStandardizer(),
            MODEL.targetStandardizer(),
            MODEL.provenance());

    assertThrows(
        IllegalArgumentException.class, () -> RandomModels.write(broken, folder.resolve("nan")));

    assertFalse(Files.exists(folder.resolve("nan")));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Changes the description together with its hash, as someone with bad intent would. */
  private void editDescription(UnaryOperator<String> edit) throws IOException {
    Path description = saved.resolve(FolderFormat.DESCRIPTION);
    String before = Files.readString(description);
    String after = edit.apply(before);
    assertFalse(before.equals(after), "nothing was changed");
    Files.writeString(description, after);
    Files.writeString(
        saved.resolve(FolderFormat.DESCRIPTION_HASH),
        FolderFormat.hashLine(StoredFile.of(description)));
  }

  private void assertRefused(Path named) {
    var error = assertThrows(InputException.class, () -> ModelFolder.read(saved));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(named.toString()), message);
    assertFalse(message.contains("\n"), message);
  }
}
