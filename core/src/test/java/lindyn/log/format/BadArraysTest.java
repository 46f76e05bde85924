package lindyn.log.format;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lindyn.InputException;
import lindyn.log.Cache;
import lindyn.log.ReadingOptions;
import lindyn.log.TrajectoryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that no library writes, files that end early, and formats of other versions. */
class BadArraysTest {

  private static final String SOUND = "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 1), }";

  @TempDir Path folder;

  static Stream<Arguments> positions() {
    return Stream.of(
        Arguments.of(
            "no array at all", "hello".getBytes(StandardCharsets.UTF_8), "no NumPy header"),
        Arguments.of("version 9", npy(9, SOUND, 24), "version 9"),
        Arguments.of("no shape", npy(1, "{'descr': '<f8', 'fortran_order': False}", 24), "shape"),
        Arguments.of("cut header", Arrays.copyOf(npy(1, SOUND, 0), 40), "ends in its header"),
        Arguments.of("cut numbers", npy(1, SOUND, 23), "is cut"),
        Arguments.of("endless", npy(1, SOUND.replace("3, 1", "999999999999, 1"), 24), "is cut"),
        Arguments.of(
            "product beyond 64 bits",
            npy(1, SOUND.replace("3, 1", "99999999999, 99999999999"), 24),
            "too long"),
        Arguments.of(
            "length beyond 64 bits", npy(1, SOUND.replace("3", "9".repeat(30)), 24), "length"),
        Arguments.of(
            "four dimensions", npy(1, SOUND.replace("3, 1", "3, 1, 1, 1"), 24), "4 dimensions"),
        Arguments.of("half precision", npy(1, SOUND.replace("f8", "f2"), 24), "\"<f2\""),
        Arguments.of("structured", npy(1, SOUND.replace("'<f8'", "[('a', '<f8')]"), 24), "[...]"),
        Arguments.of("text", npy(1, SOUND.replace("f8", "U2"), 24), "holds text"),
        Arguments.of("other length", npy(1, SOUND.replace("3, 1", "2, 1"), 16), "2 x 1"),
        Arguments.of(
            "one sample per column", npy(1, SOUND.replace("3, 1", "1, 100"), 800), "transpose"),
        Arguments.of(
            "trials in Fortran order",
            npy(1, SOUND.replace("False", "True").replace("3, 1", "3, 1, 1"), 24),
            "Fortran"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("positions")
  void refusesPositions(String what, byte[] q, String words) throws IOException {
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    for (String name : List.of("qd", "qdd", "tau")) {
      arrays.put(name, npy(1, SOUND, 24));
    }
    arrays.put("q", q);

    assertRefused(Files.write(folder.resolve("log.npz"), npz(arrays)), "q", words);
  }

  @Test
  void refusesNumbersBeyondAnyRobot() throws IOException {
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    for (String name : List.of("q", "qd", "qdd", "tau")) {
      byte[] array = npy(1, SOUND, 24);
      ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN).putDouble(array.length - 8, 1e16);
      arrays.put(name, array);
    }

    assertRefused(
        Files.write(folder.resolve("log.npz"), npz(arrays)), "row 3: column 'q1'", "below 1e15");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log.npz",
        "compressed.npz",
        "log.mat",
        "plain.mat",
        "snappy.parquet",
        "lists.parquet"
      })
  void refusesAFileThatEndsEarly(String name) throws IOException {
    byte[] whole = bytes(name);
    Path file = folder.resolve(name);
    for (int length : new int[] {whole.length / 8, whole.length / 2, whole.length - 3}) {
      Files.write(file, Arrays.copyOf(whole, length));

      String message = messageOf(file);

      assertTrue(message.startsWith(file + ": ") && message.contains("again"), message);
    }
  }

  @Test
  void refusesOtherFormats() throws IOException {
    Path hdf =
        Files.writeString(
            folder.resolve("a.h5"), "\u0089HDF\r\n\u001a\n..", StandardCharsets.ISO_8859_1);
    Path mat = Files.writeString(folder.resolve("b.mat"), "MATLAB 7.3 MAT-file, Platform");
    Path zip = Files.write(folder.resolve("c.npz"), npz(Map.of()));

    assertRefused(hdf, "HDF5", "-v7");
    assertRefused(mat, "7.3", "-v7");
    assertRefused(zip, "ZIP or Excel", "CSV");
    assertRefused(
        Files.write(folder.resolve("d.parquet"), "PAR1PAR1".getBytes(StandardCharsets.UTF_8)),
        "damaged Parquet",
        "again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"log.npz", "trials.npz"})
  void refusesAFlippedBit(String name) throws IOException {
    byte[] bytes = bytes(name);
    int start = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(NpyHeader.MAGIC);
    while (bytes[start] != '\n') {
      start++;
    }
    bytes[start + 2] ^= 1; // in the first element of the last array, wrench

    String message =
        messageOf(
            ReadingOptions.DEFAULT.withExtraInputs(List.of("wrench1")),
            Files.write(folder.resolve(name), bytes));

    assertTrue(message.contains("variable 'wrench") && message.contains("damaged"), message);
  }

  @Test
  void refusesFortranOrderWithAFlippedBit() throws IOException {
    byte[] bytes = bytes("odd.npz");
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int header = text.indexOf("'fortran_order': True");
    bytes[text.indexOf('\n', header) + 2] ^= 1;

    assertRefused(
        Files.write(folder.resolve("log.npz"), bytes), "variable 'q' is damaged", "again");
  }

  @Test
  void refusesNanAsATrajectory() throws IOException {
    Map<String, byte[]> arrays = sound();
    byte[] ids = npy(1, SOUND, 24);
    ByteBuffer.wrap(ids).order(ByteOrder.LITTLE_ENDIAN).putDouble(ids.length - 16, Double.NaN);
    arrays.put("trajectory", ids);

    assertRefused(
        Files.write(folder.resolve("log.npz"), npz(arrays)),
        "row 2: variable 'trajectory' holds NaN",
        "expected an id");
  }

  @Test
  void speaksOfVariablesInsteadOfAHeader() throws IOException {
    Map<String, byte[]> arrays = sound();
    arrays.remove("q");
    assertRefused(
        Files.write(folder.resolve("a.npz"), npz(arrays)),
        "expected variables such as t, q, qd, qdd, tau");

    Map<String, byte[]> empty = new LinkedHashMap<>();
    for (String name : List.of("q", "qd", "qdd", "tau")) {
      empty.put(name, npy(1, SOUND.replace("3, 1", "0, 0"), 0));
    }
    assertRefused(Files.write(folder.resolve("b.npz"), npz(empty)), "holds no samples");
  }

  @Test
  void refusesMatlabVersion4() throws IOException {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      ByteBuffer matrix = ByteBuffer.allocate(38).order(order);
      matrix.putInt(order == ByteOrder.LITTLE_ENDIAN ? 0 : 1000).putInt(2).putInt(1).putInt(0);
      matrix.putInt(2).put((byte) 'q').put((byte) 0).putDouble(0.5).putDouble(0.25);

      assertRefused(Files.write(folder.resolve("v4.mat"), matrix.array()), "version 4", "-v7");
    }
  }

  @Test
  void tellsHowAMatlabFileWasCut() throws IOException {
    byte[] whole = bytes("plain.mat");
    for (int length = 20; length < whole.length; length += 61) {
      String message =
          messageOf(Files.write(folder.resolve("a.mat"), Arrays.copyOf(whole, length)));

      assertFalse(message.contains("null") || message.contains("java"), message);
    }
    assertRefused(
        Files.write(folder.resolve("b.mat"), Arrays.copyOf(whole, 130)), "without variables");
  }

  private static Map<String, byte[]> sound() {
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    for (String name : List.of("q", "qd", "qdd", "tau")) {
      arrays.put(name, npy(1, SOUND, 24));
    }
    return arrays;
  }

  private static void assertRefused(Path file, String... words) {
    String message = messageOf(file);
    assertAll(
        Stream.concat(
            Arrays.stream(words).map(word -> () -> assertTrue(message.contains(word), message)),
            Stream.of(
                () -> assertTrue(message.startsWith(file + ": "), message),
                () -> assertEquals(1, message.lines().count(), message))));
  }

  private static String messageOf(Path file) {
    return messageOf(ReadingOptions.DEFAULT.withSamplePeriod(1), file);
  }

  private static String messageOf(ReadingOptions options, Path file) {
    var reader = new TrajectoryReader(options, Cache.NONE);
    var error = assertThrows(InputException.class, () -> reader.readTrajectories(List.of(file)));
    return String.valueOf(error.getMessage());
  }

  private static byte[] npy(int version, String header, int dataBytes) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(10 + text.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(NpyHeader.MAGIC.getBytes(StandardCharsets.ISO_8859_1))
        .put((byte) version)
        .put((byte) 0)
        .putShort((short) text.length)
        .put(text)
        .array();
  }

  private static byte[] npz(Map<String, byte[]> arrays) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
        zip.write(array.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream stream = BadArraysTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    }
  }
}
