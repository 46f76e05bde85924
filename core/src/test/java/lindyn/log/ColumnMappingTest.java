package lindyn.log;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.data.LogData;
import lindyn.file.InputFile;
import lindyn.log.format.LogColumns;
import lindyn.log.format.LogPlaces;
import lindyn.log.format.MappedNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnMappingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          position=q          | position0 position1 position2      | q1 q2 q3
          position=q          | position_2 position_1              | q2 q1
          position=q          | position[0] position[1]            | q1 q2
          pos=q               | pos(1) pos(2)                      | q1 q2
          actual_q=q          | actual_q_0 actual_q_1 target_q_0   | q1 q2 target_q_0
          joint*_pos=q        | joint1_pos joint2_pos joint1_vel   | q1 q2 joint1_vel
          /arm/*/effort=tau   | /arm/0/effort /arm/1/effort        | tau1 tau2
          j=q                 | j0 j1 j2 j3 j4 j5 j6 j7 j8 j9 j10  | q1 q2 q3 q4 q5 q6 q7 q8 q9 q10 q11
          angle=q             | angle stamp                        | q1 stamp
          hip=q1              | knee hip                           | knee q1
          stamp=t             | stamp run                          | t run
          a.b+c=q             | a.b+c1 aXbcc1                      | q1 aXbcc1
          """)
  void givesColumnsLindynsNames(String entry, String names, String expected) {
    MappedNames mapped = apply(List.of(entry), List.of(names.split(" ")));

    assertEquals(List.of(expected.split(" ")), mapped.names());
    assertEquals(List.of(names.split(" ")), mapped.sources());
  }

  @Test
  void mapsBeforeColumnsOfTheTargetsName() {
    MappedNames mapped = apply(List.of("measured=q"), List.of("q1", "q2", "measured1", "t"));

    assertEquals(List.of("", "q2", "q1", "t"), mapped.names());
  }

  @Test
  void convertsUnits() {
    MappedNames mapped =
        apply(
            List.of("angle=q:deg", "stamp=t:ms", "moment=tau:0.001"),
            List.of("stamp", "angle0", "moment0"));

    assertEquals(List.of(1e-3, Math.PI / 180, 1e-3), mapped.scales());
  }

  @Test
  void doesNotNeedTorquesThatAreSkipped() {
    ColumnMapping mapping = ColumnMapping.parse(List.of("effort=tau", "pos=q"));

    MappedNames mapped = mapping.apply(List.of("pos1"), places(folder), LogColumns.Torques.SKIPPED);

    assertEquals(List.of("q1"), mapped.names());
  }

  @Test
  void readsYamlAndJsonAndItsOwnText() throws IOException {
    Path yaml =
        Files.writeString(
            folder.resolve("map.yaml"), "# arm\nposition: q\nstamp: 't:ms'\nload cell: tau3\n");
    Path json =
        Files.writeString(
            folder.resolve("map.json"),
            "{\"position\": \"q\", \"stamp\": \"t:ms\", \"load cell\": \"tau3\"}");
    ColumnMapping expected =
        ColumnMapping.parse(List.of("position=q", "stamp = t:ms", "load cell=tau3"));

    assertEquals(expected, ColumnMapping.ofFile(yaml));
    assertEquals(expected, ColumnMapping.ofFile(json));
    assertEquals("ColumnMapping[entries=[position=q, stamp=t:ms, load cell=tau3]]", "" + expected);
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("position: q\nposition: qd\n", ":2: ", "\"position\" twice"),
        Arguments.of("- position\n- q\n", ":1: ", "position: q"),
        Arguments.of("b: t\na: [q, qd]\n", ":2: ", "\"a\" stands before a list, expected a line"),
        Arguments.of("a:\n  b: q\n", ":2: ", "\"a\" stands before a group of lines"),
        Arguments.of("position q\n", ":1: ", "found a single text, expected a line SOURCE: TARGET"),
        Arguments.of("a: q\nb: 'q\n", ":2: ", "no YAML or JSON"),
        Arguments.of("a: q\nb: q\n", ": ", "same target 'q'"),
        Arguments.of("a:\n", ":1: ", "SOURCE=TARGET"),
        Arguments.of("b: t\na: q:ms\n", ":2: ", "deg, rad or a factor"),
        Arguments.of("", ":1: ", "found nothing"),
        Arguments.of("{", ":1: ", "\"{\", which is no YAML"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void refusesAFile(String text, String place, String words) throws IOException {
    Path file = Files.writeString(folder.resolve("map.yaml"), text);

    String message = messageOf(() -> ColumnMapping.ofFile(file));

    assertTrue(message.startsWith(file + place) && message.contains(words), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void namesAMissingFileOnce() {
    Path file = folder.resolve("nope.yaml");

    assertEquals(
        file + ": no such file; check the path", messageOf(() -> ColumnMapping.ofFile(file)));
  }

  static Stream<Arguments> badEntries() {
    return Stream.of(
        Arguments.of(List.of("position"), List.of("SOURCE=TARGET")),
        Arguments.of(List.of("=q"), List.of("SOURCE=TARGET")),
        Arguments.of(List.of("position=q:m"), List.of("unit \"m\"", "deg")),
        Arguments.of(List.of("position=q:0"), List.of("unit \"0\"")),
        Arguments.of(List.of("run=trajectory:ms"), List.of("expected none")),
        Arguments.of(List.of("a=q", "b=q"), List.of("a=q and b=q", "same target")),
        Arguments.of(List.of("q=position"), List.of("unknown target 'position'", "SOURCE=TARGET")),
        Arguments.of(List.of("posit=q"), List.of("no column 'posit'", "position1", "did you mean")),
        Arguments.of(List.of("stamp=t"), List.of("no column 'stamp'", "Stamp")),
        Arguments.of(List.of("position=q", "position2=q2"), List.of("position=q takes too")),
        Arguments.of(List.of("position=q", "velocity1=q1"), List.of("second source")),
        Arguments.of(List.of("gap=q"), List.of("'gap3'", "number 2", "gaps")),
        Arguments.of(List.of("late=q"), List.of("'late2'", "number 1")),
        Arguments.of(List.of("twice=q"), List.of("'twice1' and 'twice_1'", "one number")),
        Arguments.of(List.of("a*b*=q"), List.of("two *")));
  }

  @ParameterizedTest
  @MethodSource("badEntries")
  void refuses(List<String> entries, List<String> words) {
    List<String> names =
        List.of(
            "position1",
            "position2",
            "velocity1",
            "Stamp",
            "gap1",
            "gap3",
            "late2",
            "twice1",
            "twice_1");

    String message = messageOf(() -> apply(entries, names));

    assertAll(words.stream().map(word -> () -> assertTrue(message.contains(word), message)));
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void namesTheColumnOfTheLogInErrors() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.csv"), "time,pos,vel,acc,eff\n0,1,2,3,4\n1,1,x,3,4\n");
    ColumnMapping mapping =
        ColumnMapping.parse(List.of("time=t", "pos=q", "vel=qd", "acc=qdd", "eff=tau"));
    var reader = new TrajectoryReader(ReadingOptions.DEFAULT.withMapping(mapping), Cache.NONE);

    String message = messageOf(() -> reader.readTrajectories(List.of(file)));

    assertTrue(message.startsWith(file + ":3: column 'vel' holds \"x\""), message);
  }

  @Test
  void readsNumbersInTheirUnits() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"), "ms,deg,vel,acc,eff\n0,180,2,3,4000\n500,90,2,3,5000\n");
    ColumnMapping mapping =
        ColumnMapping.parse(List.of("ms=t:ms", "deg=q:deg", "vel=qd", "acc=qdd", "eff=tau:0.001"));

    LogData data =
        new TrajectoryReader(ReadingOptions.DEFAULT.withMapping(mapping), Cache.NONE)
            .readTrajectories(List.of(file));

    assertEquals(0.5, data.signals().samplePeriod());
    assertEquals((float) Math.PI, data.trajectories().get(0).motion().q().at(0, 0));
    assertEquals(5, data.trajectories().get(0).tau().at(1, 0));
  }

  private MappedNames apply(List<String> entries, List<String> names) {
    ColumnMapping mapping = ColumnMapping.parse(entries);
    mapping.requireTargets(Set.of());
    return mapping.apply(names, places(folder), LogColumns.Torques.READ);
  }

  private static LogPlaces places(Path folder) {
    return new LogPlaces(new InputFile(folder.resolve("log.csv")), LogPlaces.Rows.LINES, 1, "");
  }

  private static String messageOf(Executable action) {
    return String.valueOf(assertThrows(InputException.class, action).getMessage());
  }
}
