package lindyn.log.format;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.log.Cache;
import lindyn.log.ColumnMapping;
import lindyn.log.ReadingOptions;
import lindyn.log.TrajectoryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One log in all formats; src/test/python/logs.py writes the files with numpy, scipy, pyarrow. */
class LogFormatsTest {

  private static final List<String> EXTRA = List.of("load", "wrench1", "wrench2", "wrench3");
  private static final ReadingOptions OPTIONS = ReadingOptions.DEFAULT.withExtraInputs(EXTRA);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log.npz",
        "compressed.npz",
        "columns.npz",
        "odd.npz",
        "trials_named.npz",
        "log.mat",
        "plain.mat",
        "none.parquet",
        "snappy.parquet",
        "gzip.parquet",
        "zstd.parquet",
        "pages.parquet",
        "text.parquet",
        "lists.parquet"
      })
  void readsTheNumbersOfTheCsvFileFrom(String name) {
    assertEquals(trajectories(OPTIONS, "log.csv"), trajectories(OPTIONS, name));
  }

  @Test
  void readsTimeStampsAsSeconds() {
    List<Trajectory> expected = trajectories(ReadingOptions.DEFAULT, "log.csv");
    List<Trajectory> read = trajectories(ReadingOptions.DEFAULT, "timestamps.parquet");

    assertEquals(expected.get(1).tau(), read.get(1).tau());
    // 0.01 and 0.000001 are no binary fractions, so their products round differently
    assertEquals(expected.get(1).motion().times().at(4), read.get(1).motion().times().at(4), 1e-15);
  }

  @Test
  void numbersTheTrialsOfThreeDimensionalArrays() {
    var options = ReadingOptions.DEFAULT.withExtraInputs(List.of("load"));

    assertEquals(trajectories(options, "log.csv"), trajectories(options, "trials.npz"));
  }

  @Test
  void readsTheFieldsOfAStructInOtherUnits() {
    ColumnMapping mapping =
        ColumnMapping.parse(
            List.of(
                "log.position=q",
                "log.velocity=qd",
                "log.acceleration=qdd",
                "log.effort=tau",
                "log.stamp=t:ms",
                "run=trajectory"));

    List<Trajectory> read = trajectories(ReadingOptions.DEFAULT.withMapping(mapping), "struct.mat");

    List<Trajectory> expected = trajectories(ReadingOptions.DEFAULT, "log.csv");
    assertEquals(List.of("run 1", "run 2", "run 3"), read.stream().map(Trajectory::id).toList());
    assertEquals(expected.get(2).motion().qdd(), read.get(2).motion().qdd());
    assertEquals(expected.get(2).tau(), read.get(2).tau());
    // 0.01 and 0.001 are no binary fractions, so their products round differently
    assertEquals(expected.get(2).motion().times().at(3), read.get(2).motion().times().at(3), 1e-15);
  }

  @Test
  void namesALogWithoutIdsAfterItsFile() {
    ColumnMapping mapping = ColumnMapping.parse(List.of("trajectory=load"));
    ReadingOptions options =
        ReadingOptions.DEFAULT
            .withSamplePeriod(0.01)
            .withExtraInputs(List.of("load"))
            .withMapping(mapping);

    String message = messageOf(options, "log.npz");

    assertTrue(message.contains("row 6: column 't' holds 0 after 0.04 at row 5"), message);
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("single.npy", List.of("single NumPy array", "numpy.savez")),
        Arguments.of("object.npz", List.of("variable 'q'", "Python objects", "asarray")),
        Arguments.of("complex.npz", List.of("variable 'q'", "<c16", "astype")),
        Arguments.of("transposed.npz", List.of("'q' has shape 2 x 15", "transpose")),
        Arguments.of("struct.mat", List.of("no column 'q1'", "log.position1")),
        Arguments.of("words.parquet", List.of("variable 'q1' holds text", "expected numbers")),
        Arguments.of("float16.parquet", List.of("variable 'q1' is of type float16", "convert")),
        Arguments.of("decimal.parquet", List.of("variable 'q1' is of type decimal", "convert")),
        Arguments.of("ragged.parquet", List.of("row 5: ", "'q' holds a list of length 3", "2")),
        Arguments.of("null_list.parquet", List.of("row 4: ", "'q' holds no list", "2 values")),
        Arguments.of("null_first.parquet", List.of("row 1: ", "'q' holds no list", "2 values")),
        Arguments.of("null_in_list.parquet", List.of("row 3: column 'q2' is empty", "fill")),
        Arguments.of("gaps.parquet", List.of("row 4: column 'q1' is empty", "fill")));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void refusesInOneLine(String name, List<String> words) {
    String message = messageOf(ReadingOptions.DEFAULT, name);

    assertTrue(message.startsWith(folder.resolve(name) + ": "), message);
    assertAll(
        Stream.concat(
            words.stream().map(word -> () -> assertTrue(message.contains(word), message)),
            Stream.of(() -> assertEquals(1, message.lines().count(), message))));
  }

  private String messageOf(ReadingOptions options, String name) {
    var error = assertThrows(InputException.class, () -> trajectories(options, name));
    return String.valueOf(error.getMessage());
  }

  private List<Trajectory> trajectories(ReadingOptions options, String name) {
    return new TrajectoryReader(options, Cache.NONE)
        .readTrajectories(List.of(copy(name)))
        .trajectories();
  }

  private Path copy(String name) {
    Path file = folder.resolve(name);
    try (InputStream bytes = LogFormatsTest.class.getResourceAsStream(name)) {
      if (Files.notExists(file)) {
        Files.copy(Objects.requireNonNull(bytes, name), file);
      }
      return file;
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
