package lindyn.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lindyn.FloatMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {

  @Test
  void readWhatTheyWrote() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("b", floats(2, 3, 1, -2, 3.5f, 0, -0f, Float.MIN_VALUE));
    tensors.put("a", floats(1, 1, Float.MAX_VALUE));

    Map<String, Tensor> read = SafeTensors.read(SafeTensors.bytes(tensors));

    assertEquals(List.of("b", "a"), List.copyOf(read.keySet()));
    assertEquals(tensors, read);
  }

  @Test
  void keepEveryBitOfDoubles() throws IOException {
    double[] numbers = {Math.PI, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1 + 0x1p-52, -3};
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("floats", floats(1, 1, 7)); // 4 bytes, so that the doubles are not aligned
    tensors.put("doubles", new Tensor.Doubles(3, 2, numbers));

    Map<String, Tensor> read = SafeTensors.read(SafeTensors.bytes(tensors));

    var doubles = assertInstanceOf(Tensor.Doubles.class, read.get("doubles"));
    assertEquals(3, doubles.rows());
    assertEquals(2, doubles.columns());
    assertArrayEquals(numbers, doubles.values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':{'dtype':'F32','shape':[1000000,1000000],'data_offsets':[0,16]}}",
        "{'a':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,16]}}",
        "{'a':{'dtype':'F32','shape':[-2,-2],'data_offsets':[0,16]}}",
        "{'a':{'dtype':'F32','shape':[0,4],'data_offsets':[0,0]}}",
        "{'a':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}}",
        "{'a':{'dtype':'F32','shape':[2,2],'data_offsets':[4,20]}}",
        "{'a':{'dtype':'F32','shape':[2,2],'data_offsets':[0]}}",
        "{'a':{'dtype':'F32','shape':[1,2],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F64','shape':[2,2],'data_offsets':[0,16]}}",
        "{'a':{'dtype':'F16','shape':[2,2],'data_offsets':[0,16]}}",
        "{'a':{'dtype':'F32','shape':[2,null],'data_offsets':[0,16]}}",
        "{'a':null}",
        "{'a':{}}",
        "[]",
        "null",
        "",
      })
  void refuseHeadersThatDoNotFitTheirNumbers(String header) {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThrows(IOException.class, () -> SafeTensors.read(file(json.length, json)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40, 100})
  void refuseLengthsBeyondTheFile(long length) {
    assertThrows(IOException.class, () -> SafeTensors.read(file(length, new byte[] {'{', '}'})));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void refuseOrReadAnyBytes(long seed) throws IOException {
    var random = new Random(seed);
    int refused = 0;
    byte[] valid = SafeTensors.bytes(Map.of("a", floats(2, 2, 1, 2, 3, 4)));
    for (int i = 0; i < 1000; i++) {
      byte[] changed = valid.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      try {
        SafeTensors.read(changed);
      } catch (IOException expected) {
        refused++;
      }
    }
    assertTrue(refused > 0);
  }

  private static Tensor floats(int rows, int columns, float... values) {
    return new Tensor.Floats(FloatMatrix.of(rows, columns, values));
  }

  /** A file whose header is followed by 16 bytes of numbers. */
  private static byte[] file(long length, byte[] header) {
    return ByteBuffer.allocate(8 + header.length + 16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(header)
        .array();
  }
}
