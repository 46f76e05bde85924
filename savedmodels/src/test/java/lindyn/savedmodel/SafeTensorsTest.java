package lindyn.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import lindyn.FloatMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {

  @Test
  void readWhatTheyWrote() throws IOException {
    Map<String, FloatMatrix> matrices = new LinkedHashMap<>();
    matrices.put("b", FloatMatrix.of(2, 3, new float[] {1, -2, 3.5f, 0, -0f, Float.MIN_VALUE}));
    matrices.put("a", FloatMatrix.of(1, 1, new float[] {Float.MAX_VALUE}));

    assertEquals(matrices, SafeTensors.read(SafeTensors.bytes(matrices)));
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
    byte[] valid = SafeTensors.bytes(Map.of("a", FloatMatrix.of(2, 2, new float[] {1, 2, 3, 4})));
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

  /** A file whose header is followed by 16 bytes of numbers. */
  private static byte[] file(long length, byte[] header) {
    return ByteBuffer.allocate(8 + header.length + 16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(header)
        .array();
  }
}
