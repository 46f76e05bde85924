package lindyn.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lindyn.Derivatives;
import lindyn.Differentiation;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.log.preparation.Preparation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrajectoryCacheTest {

  private static final String HEADER = "trajectory,t,q1,qd1,qdd1,load,tau1,note\n";
  private static final String ROWS =
      "a,0.5,1,2,3,4,5,x\na,0.75,0.1,0.2,0.3,0.4,0.5,y\nb,0,-1e-3,7,8,9,1e15,z\n";

  /** Long before any cache, so that the time stamp tells of every change. */
  private static final FileTime OLD = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Path log = Path.of("");

  @BeforeEach
  void writeLog() throws IOException {
    log = folder.resolve("log.csv");
    write(ROWS, OLD);
  }

  @Test
  void warmReadingEqualsColdReadingEqualsReadingIntoMemory() throws IOException {
    LogData memory = memory();
    assertEquals(0, caches().size());

    LogData cold = read();
    FileTime written = Files.getLastModifiedTime(cache());
    LogData warm = read();

    assertEquals(memory, cold);
    assertEquals(memory, warm);
    assertEquals(written, Files.getLastModifiedTime(cache()), "written once");
    assertEquals(List.of("note"), warm.notes().ignoredColumns());
    assertEquals(List.of(), warm.notes().warnings());
  }

  @Test
  void aChangedLogIsReadAgainAndItsOldCacheIsGone() throws IOException {
    read();
    Path first = cache();
    write(ROWS.replace("0.75", "0.85"), FileTime.from(OLD.toInstant().plusSeconds(10)));

    assertEquals(0.85, read().trajectories().get(0).motion().times().at(1));
    assertNotEquals(first, cache());
  }

  /** A second change within a tick of the file system's clock leaves the same time stamp. */
  @Test
  void aChangeThatKeepsAYoungTimeStampIsFound() throws IOException {
    FileTime young = FileTime.from(Instant.now().plusSeconds(3600)); // however long this test takes
    write(ROWS, young);
    read();
    write(ROWS.replace("0.75", "0.85"), young);

    assertEquals(0.85, read().trajectories().get(0).motion().times().at(1));
  }

  /** Programs that copy files may set the old time stamp again. */
  @Test
  void aChangeThatKeepsSizeAndTimeStampIsFoundWhereTheSystemTells() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("unix"));
    read();
    write(ROWS.replace("0.75", "0.85"), OLD);

    assertEquals(0.85, read().trajectories().get(0).motion().times().at(1));
  }

  @Test
  void aLogOfAnotherSizeIsReadAgain() throws IOException {
    read();
    write(ROWS + "b,0.25,3,7,8,9,1,z\n", OLD);

    assertEquals(4, read().samples());
  }

  @Test
  void eachWayOfReadingHasItsCache() throws IOException {
    read();
    var plain = new TrajectoryReader(ReadingOptions.DEFAULT, Cache.BESIDE_LOG);

    assertEquals(
        0, plain.readTrajectories(List.of(log)).trajectories().get(0).motion().extra().joints());
    assertEquals(1, read().trajectories().get(0).motion().extra().joints());
    assertEquals(2, caches().size());
  }

  @Test
  void aModelReadsTheCacheOfItsTraining() throws IOException {
    LogData training = read();
    ReadingOptions asTrained =
        options().withPreparation(Preparation.DEFAULT.asTrained(Derivatives.MEASURED));
    var reader = new TrajectoryReader(asTrained, Cache.BESIDE_LOG);

    assertEquals(training.trajectories(), reader.readTrajectories(List.of(log)).trajectories());
    assertEquals(
        training.trajectories().stream().map(Trajectory::motion).toList(),
        reader.readMotions(List.of(log)).motions());
    assertEquals(1, caches().size());
  }

  /**
   * The log has qd and qdd; a model that was trained on derived ones must not spoil the next
   * training.
   */
  @Test
  void derivedRowsAreNotTakenForMeasuredOnes() throws IOException {
    write(ROWS + "b,0.25,3,7,8,9,1,z\n", OLD); // one sample has no derivative
    var derived = Derivatives.of(false, false, new Differentiation.CausalButterworth(0.5));
    ReadingOptions asTrained = options().withPreparation(Preparation.DEFAULT.asTrained(derived));
    LogData ofModel = new TrajectoryReader(asTrained, Cache.NONE).readTrajectories(List.of(log));

    assertEquals(
        ofModel, new TrajectoryReader(asTrained, Cache.BESIDE_LOG).readTrajectories(List.of(log)));
    assertEquals(memory(), read());
    assertNotEquals(ofModel.trajectories(), read().trajectories());
  }

  @ParameterizedTest(name = "cut to {0} of its length")
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
  void aCutCacheIsReplaced(double rest) throws IOException {
    byte[] bytes = cacheBytes();
    replaceCache(Arrays.copyOf(bytes, (int) (rest * bytes.length)));

    assertEquals(memory(), read());
    assertIsWhole(Files.readAllBytes(cache()));
  }

  /** A cache that is whole is read and left as it is. */
  private void assertIsWhole(byte[] bytes) throws IOException {
    assertEquals(memory(), read());
    assertArrayEquals(bytes, Files.readAllBytes(cache()));
  }

  @Test
  void aCacheOfAnotherVersionIsReplaced() throws IOException {
    byte[] bytes = cacheBytes();
    byte[] other = bytes.clone();
    other[other.length - Long.BYTES]++; // the version is in the mark's lowest byte
    replaceCache(other);

    assertEquals(memory(), read());
    byte[] replaced = Files.readAllBytes(cache());
    assertEquals(bytes[bytes.length - Long.BYTES], replaced[replaced.length - Long.BYTES]);
    assertIsWhole(replaced);
  }

  @Test
  void everyFlippedByteIsSurvived() throws IOException {
    byte[] bytes = cacheBytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 0x10;
      replaceCache(flipped);

      assertEquals(memory(), read(), "byte " + i);
    }
  }

  @Test
  void aBadLogLeavesNoFileBehind() throws IOException {
    write(ROWS + "b,1,NaN,1,1,1,1,x\n", OLD);

    assertThrows(InputException.class, this::read);
    assertEquals(List.of(log), files());
  }

  @Test
  void aCacheThatCannotBeWrittenIsAWarning() throws IOException {
    // a folder of that name in the way of the log's "folder" would need rights; a long name does
    // not
    Path longName = folder.resolve("l".repeat(240) + ".csv");
    Files.move(log, longName);

    LogData data =
        new TrajectoryReader(options(), Cache.BESIDE_LOG).readTrajectories(List.of(longName));

    assertEquals(3, data.samples());
    assertEquals(1, data.notes().warnings().size());
    assertTrue(data.notes().warnings().get(0).contains("--no-cache"));
    assertEquals(List.of(longName), files());
  }

  @Test
  void severalLogsAreOneDataSet() throws IOException {
    Path second = folder.resolve("second.csv");
    Files.copy(log, second);
    List<Path> both = List.of(log, second);

    var reader = new TrajectoryReader(options(), Cache.BESIDE_LOG);
    LogData cold = reader.readTrajectories(both);

    assertEquals(6, cold.samples());
    assertEquals("second/a", cold.trajectories().get(2).id());
    assertEquals(cold, reader.readTrajectories(both));
  }

  @Test
  void leftoversOfKilledReadingsAreDeleted() throws IOException {
    Path old = Files.createFile(folder.resolve(".log.csv.killed.lindyn-cache.tmp"));
    Files.setLastModifiedTime(old, OLD);
    Path young = Files.createFile(folder.resolve(".log.csv.running.lindyn-cache.tmp"));

    read();

    assertTrue(Files.notExists(old));
    assertTrue(Files.exists(young), "another process may be writing it");
  }

  private static ReadingOptions options() {
    return ReadingOptions.DEFAULT.withExtraInputs(List.of("load"));
  }

  private LogData read() {
    return new TrajectoryReader(options(), Cache.BESIDE_LOG).readTrajectories(List.of(log));
  }

  private LogData memory() {
    return new TrajectoryReader(options(), Cache.NONE).readTrajectories(List.of(log));
  }

  private byte[] cacheBytes() throws IOException {
    read();
    return Files.readAllBytes(cache());
  }

  /** A new file, since the one in place may be mapped. */
  private void replaceCache(byte[] bytes) throws IOException {
    Path file = cache();
    Files.delete(file);
    Files.write(file, bytes);
  }

  private void write(String rows, FileTime modified) throws IOException {
    Files.writeString(
        log, HEADER + rows, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    Files.setLastModifiedTime(log, modified);
  }

  private Path cache() throws IOException {
    List<Path> caches = caches();
    assertEquals(1, caches.size());
    return caches.get(0);
  }

  private List<Path> caches() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(".lindyn-cache")).toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
