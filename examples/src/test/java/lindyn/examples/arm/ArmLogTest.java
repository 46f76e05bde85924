package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import lindyn.data.LogData;
import lindyn.log.Cache;
import lindyn.log.ReadingOptions;
import lindyn.log.TrajectoryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmLogTest {

  private static final ArmData DATA = ArmData.of(ArmSetup.DEFAULT, 3, 4);

  @TempDir Path folder;

  private Path written(String name, ArmData data, int threads) {
    Path file = folder.resolve(name);
    new ArmLog(data, ArmLog.Form.of(file)).write(file, threads, trials -> {});
    return file;
  }

  private static LogData read(Path file, String... extraInputs) {
    var options = ReadingOptions.DEFAULT.withExtraInputs(List.of(extraInputs));
    return new TrajectoryReader(options, Cache.NONE).readTrajectories(List.of(file));
  }

  @Test
  void theBytesDoNotDependOnTheNumberOfThreads() throws IOException {
    byte[] one = Files.readAllBytes(written("one.csv", DATA, 1));

    assertArrayEquals(one, Files.readAllBytes(written("two.csv", DATA, 2)));
    assertArrayEquals(one, Files.readAllBytes(written("five.csv", DATA, 5)));
    assertArrayEquals(
        Files.readAllBytes(written("one.csv.gz", DATA, 1)),
        Files.readAllBytes(written("five.csv.gz", DATA, 5)));
  }

  @Test
  void theNameTellsWhetherItIsPacked() throws IOException {
    byte[] packed = Files.readAllBytes(written("log.csv.gz", DATA, 1));

    assertArrayEquals(new byte[] {0x1f, (byte) 0x8b}, Arrays.copyOf(packed, 2));
    try (var text = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertArrayEquals(Files.readAllBytes(written("log.csv", DATA, 1)), text.readAllBytes());
    }
  }

  @Test
  void anotherSeedGivesOtherBytes() throws IOException {
    byte[] other = Files.readAllBytes(written("b.csv", ArmData.of(ArmSetup.DEFAULT, 4, 4), 2));

    assertFalse(Arrays.equals(Files.readAllBytes(written("a.csv", DATA, 2)), other));
  }

  @Test
  void readingGivesTheSameTrajectoriesAgain() {
    LogData simulated = DATA.logData();

    assertEquals(simulated.trajectories(), read(written("a.csv", DATA, 2)).trajectories());
    assertEquals(simulated.trajectories(), read(written("a.csv.gz", DATA, 2)).trajectories());
  }

  @Test
  void theFillIsAColumnThatIsNoInputByDefault() {
    Path file = written("a.csv", DATA, 2);

    assertEquals(List.of("fill"), read(file).notes().ignoredColumns());
    LogData withFill = read(file, "fill");
    for (int i = 0; i < 4; i++) {
      assertEquals(
          (float) DATA.trial(i).trial().fill(),
          withFill.trajectories().get(i).motion().extra().at(0, 0));
    }
  }

  @Test
  void theHeaderNamesEveryColumn() throws IOException {
    var seven = ArmData.of(new ArmSetup(7, SensorVariant.LAG_10_15.model()), 1, 1);

    List<String> lines = Files.readAllLines(written("a.csv", seven, 1));

    assertEquals(
        "trajectory,t,fill,q1,q2,q3,q4,q5,q6,q7,qd1,qd2,qd3,qd4,qd5,qd6,qd7,"
            + "qdd1,qdd2,qdd3,qdd4,qdd5,qdd6,qdd7,tau1,tau2,tau3,tau4,tau5,tau6,tau7",
        lines.get(0));
    assertEquals(411, lines.size());
    assertEquals(31, lines.get(410).split(",", -1).length);
  }

  @Test
  void tellsHowManyTrialsAreWritten() {
    List<Integer> heard = new ArrayList<>();
    Path file = folder.resolve("a.csv");

    new ArmLog(DATA, ArmLog.Form.PLAIN).write(file, 3, heard::add);

    assertEquals(List.of(1, 2, 3, 4), heard);
  }

  @Test
  void anInterruptedLogLeavesNothingBehind() throws IOException {
    Path file = folder.resolve("a.csv");
    var log = new ArmLog(DATA, ArmLog.Form.PLAIN);

    assertThrows(
        IllegalStateException.class,
        () ->
            log.write(
                file,
                2,
                trials -> {
                  throw new IllegalStateException("stop");
                }));

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
