package lindyn.savedmodel;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.FloatMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Matrices in the safetensors format, version 0.x: the length of the header as 8 little-endian
 * bytes, a JSON header, and raw little-endian float32 numbers.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
final class SafeTensors {

  private static final int LENGTH_BYTES = 8;

  /** The numbers start at a multiple of this, so that they can be mapped into memory. */
  private static final int ALIGNMENT = 8;

  private SafeTensors() {}

  private record Entry(
      String dtype, List<Long> shape, @JsonProperty("data_offsets") List<Long> dataOffsets) {

    Entry {
      shape = List.copyOf(shape);
      dataOffsets = List.copyOf(dataOffsets);
    }

    static Entry of(FloatMatrix matrix, long begin) {
      return new Entry(
          "F32",
          List.of((long) matrix.rows(), (long) matrix.columns()),
          List.of(begin, begin + bytes(matrix)));
    }
  }

  /** Returns the file's bytes; the matrices keep their order. */
  static byte[] bytes(Map<String, FloatMatrix> matrices) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    long end = 0;
    for (Map.Entry<String, FloatMatrix> matrix : matrices.entrySet()) {
      entries.put(matrix.getKey(), Entry.of(matrix.getValue(), end));
      end += bytes(matrix.getValue());
    }
    byte[] header = padded(ModelJson.MAPPER.writeValueAsBytes(entries));
    ByteBuffer file =
        ByteBuffer.allocate(Math.toIntExact(LENGTH_BYTES + header.length + end))
            .order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    for (FloatMatrix matrix : matrices.values()) {
      for (float number : matrix.toArray()) {
        file.putFloat(number);
      }
    }
    return file.array();
  }

  private static long bytes(FloatMatrix matrix) {
    return 4L * matrix.rows() * matrix.columns();
  }

  private static byte[] padded(byte[] json) {
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] header = Arrays.copyOf(json, length);
    Arrays.fill(header, json.length, length, (byte) ' ');
    return header;
  }

  /**
   * Reads a file's bytes. Allocates no more than they hold, whatever the header says.
   *
   * @throws IOException if they are not matrices of float32, one after the other
   */
  static Map<String, FloatMatrix> read(byte[] bytes) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    require(bytes.length >= LENGTH_BYTES, "shorter than its header");
    long length = file.getLong();
    require(length >= 0 && length <= file.remaining(), "header longer than the file");
    byte[] header = new byte[(int) length];
    file.get(header);
    Map<String, FloatMatrix> matrices = new LinkedHashMap<>();
    ByteBuffer numbers = file.slice().order(ByteOrder.LITTLE_ENDIAN);
    for (Map.Entry<String, Entry> entry : entries(header).entrySet()) {
      matrices.put(entry.getKey(), matrix(entry.getKey(), entry.getValue(), numbers));
    }
    require(numbers.remaining() == 0, "numbers after the last tensor");
    return matrices;
  }

  private static Map<String, Entry> entries(byte[] header) throws IOException {
    Map<String, @Nullable Entry> entries =
        ModelJson.MAPPER.readValue(
            new String(header, StandardCharsets.UTF_8).strip(),
            new TypeReference<LinkedHashMap<String, @Nullable Entry>>() {});
    require(entries != null && !entries.containsValue(null), "null in its header");
    return entries;
  }

  /** Takes the next matrix's numbers from the buffer. */
  private static FloatMatrix matrix(String name, Entry entry, ByteBuffer numbers)
      throws IOException {
    require(entry.dtype().equals("F32"), name + " is not float32");
    require(entry.shape().size() == 2, name + " is not a matrix");
    long rows = entry.shape().get(0);
    long columns = entry.shape().get(1);
    long limit = numbers.remaining() / 4;
    require(
        rows > 0 && columns > 0 && rows <= limit && columns <= limit / rows,
        name + " is larger than the file");
    long begin = numbers.position();
    long end = begin + 4 * rows * columns;
    require(
        entry.dataOffsets().equals(List.of(begin, end)), name + " is not where its shape puts it");
    float[] values = new float[(int) (rows * columns)];
    numbers.asFloatBuffer().get(values);
    numbers.position((int) end);
    return FloatMatrix.of((int) rows, (int) columns, values);
  }

  private static void require(boolean holds, String problem) throws IOException {
    if (!holds) {
      throw new IOException("not a valid safetensors file: " + problem);
    }
  }
}
