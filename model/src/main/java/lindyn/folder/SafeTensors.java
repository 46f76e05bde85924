package lindyn.folder;

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
 * bytes, a JSON header, and raw little-endian numbers, float32 or float64.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class SafeTensors {

  private static final String FLOAT32 = "F32";
  private static final String FLOAT64 = "F64";

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

    static Entry of(Tensor tensor, long begin) {
      return new Entry(
          tensor instanceof Tensor.Floats ? FLOAT32 : FLOAT64,
          List.of((long) tensor.rows(), (long) tensor.columns()),
          List.of(begin, begin + bytes(tensor)));
    }
  }

  /**
   * Returns the file's bytes; the matrices keep their order.
   *
   * @throws IOException if there are more than 2 GiB
   */
  public static byte[] bytes(Map<String, Tensor> tensors) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    long end = 0;
    for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
      entries.put(tensor.getKey(), Entry.of(tensor.getValue(), end));
      end += bytes(tensor.getValue());
    }
    byte[] header = padded(StrictJson.MAPPER.writeValueAsBytes(entries));
    long size = LENGTH_BYTES + header.length + end;
    if (size > Integer.MAX_VALUE - 8) {
      throw new IOException(size + " bytes of numbers are more than a file of them holds");
    }
    ByteBuffer file = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    tensors.values().forEach(tensor -> put(tensor, file));
    return file.array();
  }

  private static void put(Tensor tensor, ByteBuffer file) {
    if (tensor instanceof Tensor.Floats floats) {
      for (float number : floats.matrix().toArray()) {
        file.putFloat(number);
      }
    } else if (tensor instanceof Tensor.Doubles doubles) {
      for (double number : doubles.values()) {
        file.putDouble(number);
      }
    }
  }

  private static long bytes(Tensor tensor) {
    long width = tensor instanceof Tensor.Floats ? Float.BYTES : Double.BYTES;
    return width * tensor.rows() * tensor.columns();
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
   * @throws IOException if they are not matrices of such numbers, one after the other
   */
  static Map<String, Tensor> read(byte[] bytes) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    require(bytes.length >= LENGTH_BYTES, "shorter than its header");
    long length = file.getLong();
    require(length >= 0 && length <= file.remaining(), "header longer than the file");
    byte[] header = new byte[(int) length];
    file.get(header);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    ByteBuffer numbers = file.slice().order(ByteOrder.LITTLE_ENDIAN);
    for (Map.Entry<String, Entry> entry : entries(header).entrySet()) {
      tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), numbers));
    }
    require(numbers.remaining() == 0, "numbers after the last tensor");
    return tensors;
  }

  private static Map<String, Entry> entries(byte[] header) throws IOException {
    Map<String, @Nullable Entry> entries =
        StrictJson.MAPPER.readValue(
            new String(header, StandardCharsets.UTF_8).strip(),
            new TypeReference<LinkedHashMap<String, @Nullable Entry>>() {});
    require(entries != null && !entries.containsValue(null), "null in its header");
    return entries;
  }

  /** Takes the next tensor's numbers from the buffer. */
  private static Tensor tensor(String name, Entry entry, ByteBuffer numbers) throws IOException {
    boolean isFloat = entry.dtype().equals(FLOAT32);
    require(isFloat || entry.dtype().equals(FLOAT64), name + " is neither float32 nor float64");
    require(entry.shape().size() == 2, name + " is not a matrix");
    long rows = entry.shape().get(0);
    long columns = entry.shape().get(1);
    int width = isFloat ? Float.BYTES : Double.BYTES;
    long limit = numbers.remaining() / width;
    require(
        rows > 0 && columns > 0 && rows <= limit && columns <= limit / rows,
        name + " is larger than the file");
    long begin = numbers.position();
    long end = begin + width * rows * columns;
    require(
        entry.dataOffsets().equals(List.of(begin, end)), name + " is not where its shape puts it");
    Tensor tensor =
        isFloat
            ? floats((int) rows, (int) columns, numbers)
            : doubles((int) rows, (int) columns, numbers);
    numbers.position((int) end);
    return tensor;
  }

  private static Tensor floats(int rows, int columns, ByteBuffer numbers) {
    float[] values = new float[rows * columns];
    numbers.asFloatBuffer().get(values);
    return new Tensor.Floats(FloatMatrix.of(rows, columns, values));
  }

  private static Tensor doubles(int rows, int columns, ByteBuffer numbers) {
    double[] values = new double[rows * columns];
    numbers.asDoubleBuffer().get(values);
    return new Tensor.Doubles(rows, columns, values);
  }

  private static void require(boolean holds, String problem) throws IOException {
    if (!holds) {
      throw new IOException("not a valid safetensors file: " + problem);
    }
  }
}
