package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lindyn.FloatMatrix;
import lindyn.InputException;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.graph.SessionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

  private static final LstmShape SHAPE = LstmConfig.RECOMMENDED.withHiddenUnits(2).shape(3, 1);

  @TempDir Path parent;
  private Path folder;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void choose() {
    folder = parent.resolve("checkpoints");
  }

  private static LstmWeights weights(float first) {
    List<FloatMatrix> matrices = new ArrayList<>();
    float number = first;
    for (FloatMatrix like : emptyWeights()) {
      float[] values = new float[like.rows() * like.columns()];
      for (int i = 0; i < values.length; i++) {
        values[i] = number++ / 7;
      }
      matrices.add(FloatMatrix.of(like.rows(), like.columns(), values));
    }
    return LstmWeights.ofMatrices(SHAPE, matrices);
  }

  private static List<FloatMatrix> emptyWeights() {
    return List.of(
        FloatMatrix.of(5, 8, new float[40]),
        FloatMatrix.of(1, 8, new float[8]),
        FloatMatrix.of(2, 1, new float[2]),
        FloatMatrix.of(1, 1, new float[1]));
  }

  private static Checkpoint checkpoint(int updates) {
    return checkpoint(updates, Optional.empty());
  }

  private static Checkpoint checkpoint(int updates, Optional<FloatMatrix> carried) {
    return new Checkpoint(
        new Checkpoint.Position(2, updates, 0.1 * updates, 1.25),
        new SessionState(10L + updates, weights(1), List.of(weights(2), weights(3)), carried),
        new Checkpoint.Best(1, 1.0 / 3, weights(4)),
        List.of(new EpochReport(1, 5, 0.1, 1.0 / 3, true, 1280, 1.125)));
  }

  private Optional<Checkpoint> last() {
    return new Checkpoints(folder).last(warnings::add);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aCheckpointComesBackBitByBit() {
    new Checkpoints(folder).save(checkpoint(3));

    assertEquals(Optional.of(checkpoint(3)), last());
    assertEquals(List.of(), warnings);
  }

  @Test
  void soDoesTheStateThatIsCarriedFromBatchToBatch() {
    Checkpoint carrying =
        checkpoint(3, Optional.of(FloatMatrix.of(4, 2, new float[] {1, 2, 3, 4, 5, 6, 7, 8})));

    new Checkpoints(folder).save(carrying);

    assertEquals(Optional.of(carrying), last());
  }

  @Test
  void withoutAnyThereIsNone() {
    assertEquals(Optional.empty(), last());
  }

  @Test
  void theLastTwoAreKept() throws IOException {
    var checkpoints = new Checkpoints(folder);
    for (int updates = 1; updates <= 4; updates++) {
      checkpoints.save(checkpoint(updates));
    }

    assertEquals(List.of("00000003", "00000004"), names());
    assertEquals(Optional.of(checkpoint(4)), last());
  }

  @Test
  void everyDamageIsFoundAndTheOneBeforeIsUsed() throws IOException {
    var checkpoints = new Checkpoints(folder);
    checkpoints.save(checkpoint(1));
    checkpoints.save(checkpoint(2));
    for (String name : List.of("numbers.safetensors", "lindyn.json", "lindyn.json.sha256")) {
      Path file = folder.resolve("00000002").resolve(name);
      byte[] good = Files.readAllBytes(file);
      for (int place = 0; place < good.length; place += 61) {
        byte[] flipped = good.clone();
        flipped[place] ^= 1;
        Files.write(file, flipped);
        assertFallsBack(file + ", bit flipped at " + place);
        Files.write(file, Arrays.copyOf(good, place));
        assertFallsBack(file + ", cut at " + place);
      }
      Files.delete(file);
      assertFallsBack(file + " is missing");
      Files.write(file, good);
    }
    assertEquals(Optional.of(checkpoint(2)), last());
  }

  private void assertFallsBack(String damage) {
    warnings.clear();
    assertEquals(Optional.of(checkpoint(1)), last(), damage);
    assertEquals(1, warnings.size(), damage);
    assertTrue(warnings.get(0).contains("00000002"), warnings.get(0));
  }

  @Test
  void aDamagedOneGivesWayToTheNext() throws IOException {
    var first = new Checkpoints(folder);
    first.save(checkpoint(1));
    first.save(checkpoint(2));
    Files.delete(folder.resolve("00000002/lindyn.json"));

    var second = new Checkpoints(folder);
    second.last(warnings::add);
    second.save(checkpoint(3));

    assertEquals(List.of("00000001", "00000003"), names());
  }

  @Test
  void damageOfAllIsRefused() throws IOException {
    new Checkpoints(folder).save(checkpoint(1));
    Files.delete(folder.resolve("00000001/numbers.safetensors"));

    var refusal = assertThrows(InputException.class, this::last);

    assertEquals(
        folder + ": all checkpoints are damaged, nothing to go on from; train again",
        refusal.getMessage());
  }

  @Test
  void whatAKilledProcessLeftBehindDoesNotMatter() throws IOException {
    new Checkpoints(folder).save(checkpoint(1));
    Path unfinished =
        Files.createDirectory(folder.resolve(".00000002.01234567-89ab-cdef-0123-456789abcdef"));
    Files.writeString(unfinished.resolve("numbers.safetensors"), "half");

    assertEquals(Optional.of(checkpoint(1)), last());
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");

    var failure =
        assertThrows(UncheckedIOException.class, () -> new Checkpoints(file).save(checkpoint(1)));

    assertTrue(String.valueOf(failure.getMessage()).contains(file.toString()));
  }
}
