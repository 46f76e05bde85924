package lindyn.gp.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.Motion;
import lindyn.folder.FolderFormat;
import lindyn.folder.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpFolderTest {

  private static final Motion MOTION = ToyRobot.log(1, 40, 7).trajectories().get(0).motion();
  private static final GpConfig SPARSE =
      GpConfig.PAPER.withApproximation(new Approximation.Sparse(50, 20, 30));

  @TempDir Path folder;

  static Stream<GpConfig> configs() {
    return Stream.of(
        GpConfig.PAPER,
        GpConfig.PAPER.withOutputs(GpConfig.Outputs.SHARED).withWindow(3),
        GpConfig.PAPER.withMean(GpConfig.Mean.RIGID_BODY),
        SPARSE,
        SPARSE.withMean(GpConfig.Mean.RIGID_BODY).withWindow(2));
  }

  private Path written(GpConfig config) {
    Path path = folder.resolve("runs/model");
    GpFolder.write(ToyModels.of(config), ToyModels.baselines(), path);
    return path;
  }

  @ParameterizedTest
  @MethodSource("configs")
  void theReloadedModelPredictsTheSameBits(GpConfig config) {
    GpInverseDynamics model = ToyModels.of(config);

    GpInverseDynamics reloaded = GpFolder.read(written(config));

    assertEquals(config, reloaded.config());
    assertEquals(model.provenance(), reloaded.provenance());
    assertEquals(model.predict(MOTION), reloaded.predict(MOTION));
    assertEquals(model.predictWithDeviation(MOTION), reloaded.predictWithDeviation(MOTION));
  }

  @Test
  void theBaselinesComeBack() {
    assertEquals(ToyModels.baselines(), GpFolder.readBaselines(written(GpConfig.PAPER)));
  }

  @Test
  void equalModelsGiveEqualBytes() throws IOException {
    Path first = written(SPARSE);
    Path second = folder.resolve("again");
    GpFolder.write(ToyModels.of(SPARSE), ToyModels.baselines(), second);

    for (Path file : files(first)) {
      Path other = second.resolve(file.getFileName());
      assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), file.toString());
    }
  }

  @Test
  void aFlippedBitAnywhereIsRefused() throws IOException {
    Path path = written(SPARSE);
    for (Path file : files(path)) {
      byte[] content = Files.readAllBytes(file);
      for (int i = 0; i < content.length; i += 1 + content.length / 20) {
        byte[] changed = content.clone();
        changed[i] ^= (byte) (1 << (i % 8));
        Files.write(file, changed);
        assertRefused(path, file);
      }
      Files.write(file, content);
    }
    assertEquals(SPARSE, GpFolder.read(path).config());
  }

  @Test
  void aFileTooFewOrTooManyIsRefused() throws IOException {
    Path path = written(GpConfig.PAPER);
    Path stranger = Files.writeString(path.resolve("notes.txt"), "mine");
    assertRefused(path, stranger);
    Files.delete(stranger);
    Files.delete(path.resolve("weights.safetensors"));

    assertRefused(path, path.resolve("weights.safetensors"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"formatVersion\" : 2|\"formatVersion\" : 1",
        "\"noiseVariance\" : 0.01|\"noiseVariance\" : -1",
        "\"noiseVariance\" : 0.01|\"noiseVariance\" : \"NaN\"",
        "\"signalVariance\" : 2.0|\"signalVariance\" : 1e999",
        "\"jitter\" : |\"jitter\" : -1, \"x\" : ",
        "\"lengthScales\" : [ 1.0 ]|\"lengthScales\" : [ ]",
        "\"lengthScales\" : [ 1.0 ]|\"lengthScales\" : [ 1.0, 2.0 ]",
        "\"joints\" : [ 1 ]|\"joints\" : [ 0 ]",
        "\"joints\" : [ 1 ]|\"joints\" : [ 2 ]",
        "\"joints\" : [ 1 ]|\"joints\" : [ ]",
        "\"window\" : 1|\"window\" : 2",
        "\"window\" : 1|\"window\" : 0",
        "\"ZERO\"|\"RIGID_BODY\"",
        "\"subset-of-data\"|\"sparse\"",
        "\"subset-of-data\"|\"java.lang.Object\"",
        "\"MATERN_52\"|\"PERIODIC\"",
        "\"scale\" : |\"scale\" : -",
        "\"unit\" : \"rad\"|\"unit\" : \"degree\"",
      })
  void aDescriptionThatMakesNoSenseIsRefused(String change) throws IOException {
    Path path = written(GpConfig.PAPER);
    String[] parts = change.split("\\|", -1);
    edit(path, text -> text.replace(parts[0], parts[1]));

    assertRefused(path, path);
  }

  @Test
  void anotherKindOfModelIsTold() throws IOException {
    Path path = written(GpConfig.PAPER);
    assertTrue(GpFolder.isAt(path));
    edit(path, text -> text.replace("lindyn-gp-model", "lindyn-model"));

    assertFalse(GpFolder.isAt(path));
    assertRefused(path, path);
  }

  @Test
  void nothingIsOverwritten() {
    Path path = written(GpConfig.PAPER);

    assertThrows(
        InputException.class,
        () -> GpFolder.write(ToyModels.of(SPARSE), ToyModels.baselines(), path));
    assertEquals(GpConfig.PAPER, GpFolder.read(path).config());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Changes the description together with its hash, as someone with bad intent would. */
  private static void edit(Path folder, UnaryOperator<String> edit) throws IOException {
    Path description = folder.resolve(FolderFormat.DESCRIPTION);
    String before = Files.readString(description);
    String after = edit.apply(before);
    assertFalse(before.equals(after), "nothing was changed");
    Files.writeString(description, after);
    Files.writeString(
        folder.resolve(FolderFormat.DESCRIPTION_HASH),
        FolderFormat.hashLine(StoredFile.of(description)));
  }

  private static void assertRefused(Path folder, Path named) {
    var error = assertThrows(InputException.class, () -> GpFolder.read(folder));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(named.toString()), message);
    assertFalse(message.contains("\n"), message);
  }
}
