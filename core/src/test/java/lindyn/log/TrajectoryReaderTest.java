package lindyn.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Provenance;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.LogData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrajectoryReaderTest {

  private static final String PLAIN =
      "trajectory,t,q1,qd1,qdd1,tau1\n1,0,1,2,3,4\n1,0.5,5,6,7,8\n2,0,9,10,11,12\n";

  @TempDir Path folder;

  static Stream<Arguments> sameNumbersInOtherClothes() {
    return Stream.of(
        Arguments.of("plain", utf8(PLAIN)),
        Arguments.of("no line break at the end", utf8(PLAIN.stripTrailing())),
        Arguments.of("byte order mark", utf8("\uFEFF" + PLAIN)),
        Arguments.of("CRLF", utf8(PLAIN.replace("\n", "\r\n"))),
        Arguments.of("CR", utf8(PLAIN.replace("\n", "\r"))),
        Arguments.of("blank lines at the end", utf8(PLAIN + "\n\r\n\n  \n")),
        Arguments.of("blank lines at the start", utf8("\n\n" + PLAIN)),
        Arguments.of("spaces around cells", utf8(PLAIN.replace(",", " ,\t"))),
        Arguments.of(
            "quotes", utf8(PLAIN.strip().replace(",", "\",\"").replaceAll("(?m)^|$", "\""))),
        Arguments.of("quotes and spaces", utf8(PLAIN.replace("12\n", " \"12\" \n"))),
        Arguments.of("exponents", utf8(PLAIN.replace("12\n", "+1.2E+1\n").replace("0.5", "5e-1"))),
        Arguments.of("gzip", gzip(utf8(PLAIN))),
        Arguments.of("gzip and byte order mark", gzip(utf8("\uFEFF" + PLAIN))),
        Arguments.of(
            "columns in another order",
            utf8("tau1,qdd1,t,q1,trajectory,qd1\n4,3,0,1,1,2\n8,7,0.5,5,1,6\n12,11,0,9,2,10\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sameNumbersInOtherClothes")
  void readsTheSameFrom(String clothes, byte[] bytes) {
    LogData data = read(ReadingOptions.DEFAULT, write("log.csv", bytes));

    assertEquals(
        List.of(
            trajectory("1", new double[] {0, 0.5}, new float[][] {{1, 5}, {2, 6}, {3, 7}, {4, 8}}),
            trajectory("2", new double[] {0}, new float[][] {{9}, {10}, {11}, {12}})),
        data.trajectories());
    assertEquals(List.of(), data.notes().ignoredColumns());
  }

  @Test
  void describesTheSignalsAndTheSource() {
    Path file = write("log.csv", utf8(PLAIN));

    LogData data = read(ReadingOptions.DEFAULT.withTorqueUnit("A"), file);

    assertEquals(new Signals(List.of("joint1"), List.of(), "A", 0.5), data.signals());
    assertEquals(
        List.of(
            new Provenance.Source(
                "log.csv",
                // printf of PLAIN | sha256sum
                "e6b344c45c07ce7486ed187673a87e22a7930d4528bad36d2d9a2851c558aad6",
                3)),
        data.sources());
    assertEquals(3, data.samples());
  }

  @Test
  void readsExtraInputsInTheOrderTheyAreNamed() {
    Path file =
        write(
            "log.csv",
            utf8("load,t,q1,qd1,qdd1,tau1,grip,note\n5,0,1,2,3,4,6,x\n5,1,1,2,3,4,7,\n"));

    LogData data = read(ReadingOptions.DEFAULT.withExtraInputs(List.of("grip", "load")), file);

    assertArrayEquals(
        new float[] {6, 5, 7, 5}, data.trajectories().get(0).motion().extra().toArray());
    assertEquals(List.of("grip", "load"), data.signals().extraInputs());
    assertEquals(List.of("note"), data.notes().ignoredColumns());
  }

  @Test
  void reportsAColumnWithoutAName() {
    Path file = write("log.csv", utf8(",t,q1,qd1,qdd1,tau1\n0,0,1,2,3,4\n1,1,1,2,3,4\n"));

    assertEquals(
        List.of("column 1 (unnamed)"), read(ReadingOptions.DEFAULT, file).notes().ignoredColumns());
  }

  @Test
  void namesTheOnlyTrajectoryOfAFileAfterIt() {
    String text = "t,q1,qd1,qdd1,tau1\n0,1,2,3,4\n1,1,2,3,4\n";
    Path plain = write("left arm.csv", utf8(text));
    Path packed = write("right.CSV.gz", gzip(utf8(text)));

    assertEquals(List.of("left arm", "right"), ids(read(ReadingOptions.DEFAULT, plain, packed)));
  }

  @Test
  void keepsIdsAsTextApart() {
    Path file =
        write(
            "log.csv",
            utf8("trajectory,t,q1,qd1,qdd1,tau1\n1,0,1,2,3,4\n1.0,0,1,2,3,4\nx y,0,1,2,3,4\n"));

    assertEquals(
        List.of("1", "1.0", "x y"), ids(read(ReadingOptions.DEFAULT.withSamplePeriod(1), file)));
  }

  @Test
  void putsTheFileBeforeIdsThatTwoFilesShare() {
    Path monday = write("monday.csv", utf8(PLAIN));
    Path tuesday = write("tuesday.csv.gz", gzip(utf8(PLAIN)));

    assertEquals(
        List.of("monday/1", "monday/2", "tuesday/1", "tuesday/2"),
        ids(read(ReadingOptions.DEFAULT, monday, tuesday)));
  }

  @Test
  void keepsIdsThatAreUniqueOverAllFiles() {
    Path one = write("one.csv", utf8(PLAIN));
    Path other = write("other.csv", utf8(PLAIN.replace("\n1,", "\n3,").replace("\n2,", "\n4,")));

    assertEquals(List.of("1", "2", "3", "4"), ids(read(ReadingOptions.DEFAULT, one, other)));
  }

  @Test
  void spacesRowsWithoutTimesByTheSamplingPeriod() {
    Path file = write("log.csv", utf8("q1,qd1,qdd1,tau1\n1,2,3,4\n1,2,3,4\n1,2,3,4\n"));

    LogData data = read(ReadingOptions.DEFAULT.withSamplePeriod(0.002), file);

    assertEquals(SampleTimes.every(0.002, 3), data.trajectories().get(0).motion().times());
    assertEquals(0.002, data.signals().samplePeriod());
  }

  @Test
  void prefersMeasuredTimesToTheSamplingPeriod() {
    LogData data = read(ReadingOptions.DEFAULT.withSamplePeriod(9), write("log.csv", utf8(PLAIN)));

    assertEquals(0.5, data.signals().samplePeriod());
  }

  @Test
  void readsMotionsWithoutTorques() {
    Path without = write("without.csv", utf8("t,q1,qd1,qdd1\n0,1,2,3\n"));
    Path unusable = write("unusable.csv", utf8("t,q1,qd1,qdd1,tau1\n0,1,2,3,\n"));

    List<Motion> motions =
        new TrajectoryReader(ReadingOptions.DEFAULT, Cache.NONE)
            .readMotions(List.of(without, unusable))
            .motions();

    assertEquals(List.of("without", "unusable"), motions.stream().map(Motion::id).toList());
    assertEquals(motions.get(0).inputSeries(), motions.get(1).inputSeries());
  }

  @Test
  void readsTrajectoriesThatOutgrowTheFirstBuffer() {
    var text = new StringBuilder("t,q1,q2,qd1,qd2,qdd1,qdd2,tau1,tau2\n");
    for (int t = 0; t < 3000; t++) {
      text.append(t + ",1," + t + ",2,3,4,5,6," + -t + "\n");
    }

    LogData data = read(ReadingOptions.DEFAULT, write("long.csv", utf8(text.toString())));

    Trajectory trajectory = data.trajectories().get(0);
    assertEquals(3000, trajectory.timeSteps());
    assertEquals(2999, trajectory.motion().q().at(2999, 1));
    assertEquals(-2999, trajectory.tau().at(2999, 1));
  }

  @Test
  void ignoresWhatFollowsAGzipStreamButHashesIt() {
    byte[] packed = gzip(utf8(PLAIN));
    byte[] padded = Arrays.copyOf(packed, packed.length + 512);

    LogData data = read(ReadingOptions.DEFAULT, write("a.gz", packed));
    LogData paddedData = read(ReadingOptions.DEFAULT, write("a.gz", padded));

    assertEquals(data.trajectories(), paddedData.trajectories());
    assertNotEquals(data.sources(), paddedData.sources());
  }

  private static Trajectory trajectory(String id, double[] times, float[][] columns) {
    int timeSteps = times.length;
    var motion =
        new Motion(
            id,
            SampleTimes.of(times),
            JointSeries.of(columns[0], timeSteps, 1),
            JointSeries.of(columns[1], timeSteps, 1),
            JointSeries.of(columns[2], timeSteps, 1),
            JointSeries.of(new float[0], timeSteps, 0));
    return new Trajectory(motion, JointSeries.of(columns[3], timeSteps, 1));
  }

  private static List<String> ids(LogData data) {
    return data.trajectories().stream().map(Trajectory::id).toList();
  }

  private static LogData read(ReadingOptions options, Path... files) {
    return new TrajectoryReader(options, Cache.NONE).readTrajectories(List.of(files));
  }

  private Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
