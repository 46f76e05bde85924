package lindyn.log;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lindyn.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every unusable log gets one line that names the place, what was found and what was expected. */
class BadLogTest {

  private static final String HEADER = "trajectory,t,q1,qd1,qdd1,tau1\n";
  private static final String ROW = "1,0,1,2,3,4\n";

  @TempDir Path folder;

  /** A file's bytes and what the error must say; its place follows the file's name. */
  static final class BadLog {

    private final String what;
    private final byte[] bytes;
    private final String place;
    private final List<String> words;

    BadLog(String what, byte[] bytes, String place, List<String> words) {
      this.what = what;
      this.bytes = bytes;
      this.place = place;
      this.words = words;
    }

    static BadLog of(String what, String text, String place, String... words) {
      return of(what, text.getBytes(StandardCharsets.UTF_8), place, words);
    }

    static BadLog of(String what, byte[] bytes, String place, String... words) {
      return new BadLog(what, bytes, place, List.of(words));
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<BadLog> headers() {
    return Stream.of(
        BadLog.of("empty file", "", ":1: ", "is empty", "expected a header"),
        BadLog.of("only a byte order mark", "\uFEFF", ":1: ", "is empty"),
        BadLog.of("only blank lines", "\n\n\n", ":1: ", "is empty"),
        BadLog.of("header only", HEADER, ":1: ", "no rows"),
        BadLog.of("header and blank lines", HEADER + "\n\n", ":1: ", "no rows"),
        BadLog.of("unknown header", "a,b,c\n1,2,3\n", ":1: ", "no column 'q1'", "a, b, c"),
        BadLog.of("no header", ROW, ":1: ", "found numbers", "expected a header"),
        BadLog.of("header below blank lines", "\n\nt,x\n0,1\n", ":3: ", "no column 'q1'", "t, x"),
        BadLog.of("some velocities", "t,q1,q2,qd2,tau1,tau2\n", ":1: ", "'qd2' but no 'qd1'"),
        BadLog.of("no torques", "t,q1,qd1,qdd1\n0,1,2,3\n", ":1: ", "no column 'tau1'", "N·m"),
        BadLog.of(
            "too few velocities",
            "t,q1,q2,qd1,qdd1,qdd2,tau1,tau2\n",
            ":1: ",
            "found qd1..qd1 but q1..q2"),
        BadLog.of(
            "too many torques", "t,q1,qd1,qdd1,tau1,tau2\n", ":1: ", "found tau1..tau2 but q1..q1"),
        BadLog.of(
            "gap in the numbers", "t,q1,q3,qd1,qdd1,tau1\n", ":1: ", "'q3' but no 'q2'", "gaps"),
        BadLog.of("numbers from 0", "t,q0,q1,qd1,qdd1,tau1\n", ":1: ", "'q0'", "counted from 1"),
        BadLog.of("duplicate joint", "t,q1,q1,qd1,qdd1,tau1\n", ":1: ", "columns 2 and 3", "'q1'"),
        BadLog.of("duplicate other column", "t,a,q1,qd1,qdd1,tau1,a\n", ":1: ", "'a'", "rename"),
        BadLog.of("semicolons", "t;q1;qd1;qdd1;tau1\n0;1;2;3;4\n", ":1: ", "semicolons", "commas"),
        BadLog.of("tabs", "t\tq1\tqd1\tqdd1\ttau1\n0\t1\t2\t3\t4\n", ":1: ", "tabs", "commas"),
        BadLog.of(
            "no times", "q1,qd1,qdd1,tau1\n1,2,3,4\n", ":1: ", "column 't'", "--sample-period"));
  }

  static Stream<BadLog> rows() {
    return Stream.of(
        cell("text", "abc", "holds \"abc\"", "expected a number"),
        cell("NaN", "NaN", "holds \"NaN\"", "finite"),
        cell("negative nan", "-nan", "finite"),
        cell("infinity", "Infinity", "finite"),
        cell("negative infinity", "-inf", "finite"),
        cell("nothing", "", "is empty", "expected a number"),
        cell("spaces", "   ", "is empty"),
        cell("quoted nothing", "\"\"", "is empty"),
        cell("decimal comma in quotes", "\"0,5\"", "\"0,5\"", "decimal point"),
        cell("hexadecimal", "0x1p3", "expected a number"),
        cell("Java's float suffix", "1f", "expected a number"),
        cell("two numbers", "1 2", "expected a number"),
        cell("sign only", "-", "expected a number"),
        cell("beyond float32", "1e39", "\"1e39\"", "1e15"),
        cell("much text", "x".repeat(1000), "x…", "expected a number"),
        BadLog.of("bad torque", HEADER + "1,0,1,2,3,?\n", ":2: ", "column 'tau1'", "\"?\""),
        BadLog.of("bad time", HEADER + "1,noon,1,2,3,4\n", ":2: ", "column 't'", "\"noon\""),
        BadLog.of("no id", HEADER + ",0,1,2,3,4\n", ":2: ", "column 'trajectory'", "empty"),
        BadLog.of("cut row", HEADER + ROW + "1,1,2\n", ":3: ", "found 3 cells", "expected 6"),
        BadLog.of("long row", HEADER + "1,0,1,2,3,4,5\n", ":2: ", "found 7 cells", "expected 6"),
        BadLog.of(
            "decimal commas", HEADER + "1,0,0,5,2,3,4\n", ":2: ", "7 cells", "decimal commas"),
        BadLog.of(
            "time backwards",
            HEADER + "1,0.2,1,2,3,4\n1,0.1,1,2,3,4\n",
            ":3: ",
            "column 't'",
            "0.1 after 0.2",
            "line 2"),
        BadLog.of("time stands still", HEADER + ROW + ROW, ":3: ", "column 't'", "0 after 0"),
        BadLog.of(
            "several recordings without ids",
            "t,q1,qd1,qdd1,tau1\n0,1,2,3,4\n1,1,2,3,4\n\n0,1,2,3,4\n",
            ":5: ",
            "0 after 1",
            "column 'trajectory'"),
        BadLog.of(
            "trajectory comes back",
            HEADER + ROW + "2,0,1,2,3,4\n1,1,1,2,3,4\n",
            ":4: ",
            "column 'trajectory'",
            "\"1\"",
            "line 2"),
        BadLog.of(
            "text after a quote", HEADER + ROW + "\"1\"x,1,1,2,3,4\n", ":3: ", "closing quote"),
        BadLog.of(
            "open quote", HEADER + ROW + "\"1,1,1,2,3,4\n" + ROW, ":3: ", "without a closing one"),
        BadLog.of("open quote at the end", HEADER + "1,0,1,2,3,\"4", ":2: ", "quote"));
  }

  private static BadLog cell(String what, String cell, String... words) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "column 'qd1'";
    return BadLog.of(what, HEADER + ROW + "1,1,1," + cell + ",3,4\n", ":3: ", all);
  }

  static Stream<BadLog> bytes() throws IOException {
    String text = HEADER + ROW;
    byte[] packed = gzip(text.getBytes(StandardCharsets.UTF_8));
    byte[] flipped = packed.clone();
    flipped[packed.length - 6] ^= 1; // in the checksum
    return Stream.of(
        BadLog.of(
            "UTF-16LE", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), ":1: ", "UTF-16"),
        BadLog.of("UTF-16BE", text.getBytes(StandardCharsets.UTF_16), ":1: ", "UTF-16", "UTF-8"),
        BadLog.of("UTF-16 without mark", text.getBytes(StandardCharsets.UTF_16LE), ":1: ", "NUL"),
        BadLog.of("NUL byte", text + "1,1,\0,2,3,4\n", ":3: ", "NUL byte"),
        BadLog.of(
            "Latin-1",
            (text + "é,0,1,2,3,4\n").getBytes(StandardCharsets.ISO_8859_1),
            ":3: ",
            "not UTF-8"),
        BadLog.of("endless line", HEADER + "1".repeat(1_100_000), ":2: ", "1000000 characters"),
        BadLog.of("endless header", "q1,".repeat(400_000), ":1: ", "1000000 characters"),
        BadLog.of("Excel file", new byte[] {'P', 'K', 3, 4, 0, 0}, ": ", "Excel", "export"),
        BadLog.of("cut gzip", Arrays.copyOf(packed, packed.length - 12), ": ", "damaged gzip"),
        BadLog.of("start of a gzip file", Arrays.copyOf(packed, 5), ": ", "damaged gzip"),
        BadLog.of("gzip in gzip", gzip(packed), ": ", "packed twice", "unpack it once"),
        BadLog.of(
            "Parquet in gzip",
            gzip("PAR1PAR1".getBytes(StandardCharsets.UTF_8)),
            ": ",
            "Parquet file packed with gzip",
            "unpack"),
        binary("bzip2", "BZh91AY&SY\u00c1", "bzip2", "pack it with gzip"),
        binary("xz", "\u00fd7zXZ\0\0", "xz", "pack it with gzip"),
        binary("zstd", "(\u00b5/\u00fd\u0004", "zstd", "pack it with gzip"),
        binary("7z", "7z\u00bc\u00af'\u001c\0", "7z", "pack it with gzip"),
        binary("cut Parquet", "PAR", "is cut", "Parquet", "again"),
        binary("cut MATLAB", "MATLAB 5.0", "is cut", "MATLAB", "again"),
        BadLog.of("changed gzip", flipped, ": ", "damaged gzip"));
  }

  private static BadLog binary(String what, String content, String... words) {
    return BadLog.of(what, content.getBytes(StandardCharsets.ISO_8859_1), ": ", words);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"headers", "rows", "bytes"})
  void isRefusedInOneLine(BadLog log) throws IOException {
    Path file = Files.write(folder.resolve("log.csv"), log.bytes);

    String message = messageOf(ReadingOptions.DEFAULT, file);

    assertTrue(message.startsWith(file + log.place), message);
    assertSays(message, log.words);
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere.csv");

    assertSays(messageOf(ReadingOptions.DEFAULT, file), List.of(file + ": no such file", "check"));
  }

  @Test
  void aFolderIsNamed() {
    assertSays(
        messageOf(ReadingOptions.DEFAULT, folder), List.of(folder + ": is a folder", "name"));
  }

  @Test
  void aMissingExtraInputIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("log.csv"), HEADER + ROW);

    String message = messageOf(ReadingOptions.DEFAULT.withExtraInputs(List.of("load")), file);

    assertSays(message, List.of(file + ":1: ", "no column 'load'", "trajectory, t, q1"));
  }

  @Test
  void aBadExtraInputIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("log.csv"), "load," + HEADER + "-," + ROW);

    String message = messageOf(ReadingOptions.DEFAULT.withExtraInputs(List.of("load")), file);

    assertSays(message, List.of(file + ":2: column 'load' holds \"-\""));
  }

  @Test
  void filesOfDifferentRobotsAreNamed() throws IOException {
    Path one = Files.writeString(folder.resolve("one.csv"), HEADER + ROW);
    Path two =
        Files.writeString(
            folder.resolve("two.csv"), "t,q1,q2,qd1,qd2,qdd1,qdd2,tau1,tau2\n0,1,2,3,4,5,6,7,8\n");

    assertSays(
        messageOf(ReadingOptions.DEFAULT, one, two),
        List.of(two + ": ", "q1..q2", one + " has q1..q1"));
  }

  @Test
  void aFileGivenTwiceIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("log.csv"), HEADER + ROW);

    assertSays(
        messageOf(ReadingOptions.DEFAULT, file, file),
        List.of(file + ": ", "\"log/1\"", "name each file once"));
  }

  @Test
  void aSingleSampleHasNoSamplingPeriod() throws IOException {
    Path file = Files.writeString(folder.resolve("log.csv"), HEADER + ROW);

    assertSays(
        messageOf(ReadingOptions.DEFAULT, file),
        List.of(file + ": ", "two samples", "--sample-period"));
  }

  private static String messageOf(ReadingOptions options, Path... files) {
    var csv = new TrajectoryReader(options, Cache.NONE);
    var error = assertThrows(InputException.class, () -> csv.readTrajectories(List.of(files)));
    return String.valueOf(error.getMessage());
  }

  private static void assertSays(String message, List<String> words) {
    assertAll(
        Stream.concat(
            words.stream().map(word -> () -> assertTrue(message.contains(word), message)),
            Stream.of(() -> assertEquals(1, message.lines().count(), message))));
  }
}
