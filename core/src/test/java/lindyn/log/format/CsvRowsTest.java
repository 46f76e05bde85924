package lindyn.log.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lindyn.file.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("a,b\nc,d", List.of("1: a|b", "2: c|d")),
        Arguments.of("a,b\r\nc,d\r\n", List.of("1: a|b", "2: c|d")),
        Arguments.of("a,b\rc,d\r", List.of("1: a|b", "2: c|d")),
        Arguments.of("a\r\r\nb\n\rc", List.of("1: a", "3: b", "5: c")),
        Arguments.of("\n \t \n,\n", List.of("3: |")),
        Arguments.of("", List.of()),
        Arguments.of(" a , b\t", List.of("1: a|b")),
        Arguments.of("\"a,b\",\"c\"\"d\",\"\"", List.of("1: a,b|c\"d|")),
        Arguments.of(" \"a\" ,\" b \"", List.of("1: a|b")),
        Arguments.of("5\" pipe,6", List.of("1: 5\" pipe|6")),
        Arguments.of("ä,日本,🤖", List.of("1: ä|日本|🤖")),
        Arguments.of("\"ä\"\"日\",x", List.of("1: ä\"日|x")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void cutsRowsIntoCells(String text, List<String> expected) throws IOException {
    assertEquals(expected, rows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  /** Rows, line ends and quotes must not depend on where a read of the file ends. */
  @ParameterizedTest
  @MethodSource("texts")
  void cutsTheSameFromBytesThatComeOneByOne(String text, List<String> expected) throws IOException {
    assertEquals(expected, rows(new Trickle(text)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 100_000, 262_143, 262_144, 262_145, 600_000})
  void cutsRowsThatCrossTheBuffer(int length) throws IOException {
    String longCell = "7".repeat(length);
    String text = "a,b\r\n" + longCell + ",1\r\n2," + longCell + "\r\nc,d";

    List<String> rows = rows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

    assertEquals(List.of("1: a|b", "2: " + longCell + "|1", "3: 2|" + longCell, "4: c|d"), rows);
  }

  @Test
  void countsCellsWithoutLimit() throws IOException {
    List<String> rows =
        rows(new ByteArrayInputStream(",".repeat(5000).getBytes(StandardCharsets.UTF_8)));

    assertEquals(List.of("1: " + "|".repeat(5000)), rows);
  }

  private static List<String> rows(InputStream text) throws IOException {
    var rows = new CsvRows(new InputFile(Path.of("log.csv")), text);
    List<String> found = new ArrayList<>();
    while (rows.next()) {
      List<String> cells = new ArrayList<>();
      for (int cell = 0; cell < rows.cells(); cell++) {
        cells.add(rows.text(cell));
      }
      found.add(rows.line() + ": " + String.join("|", cells));
    }
    return found;
  }

  /** Gives one byte per read. */
  private static final class Trickle extends InputStream {

    private final ByteArrayInputStream bytes;

    Trickle(String text) {
      bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, Math.min(1, length));
    }
  }
}
