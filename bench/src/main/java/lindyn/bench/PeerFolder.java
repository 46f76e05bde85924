package lindyn.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;

/**
 * A {@link PeerProblem} in a folder that any language reads: little-endian numbers without headers,
 * and their sizes.
 *
 * <ul>
 *   <li>{@code problem.properties}: the numbers of {@link PeerJob}, {@code inputs} and {@code
 *       joints}, and Lindyn's own losses, {@code warmUpLoss} and {@code loss}
 *   <li>{@code samples.f32}: shape {@code [samples, inputs + joints]}, standardised
 *   <li>{@code weights.f32}: the matrices of {@link LstmWeights#matrices}, one after the other
 *   <li>{@code batches.i32}: shape {@code [updates + 1, batch]}, the row where a sequence begins
 * </ul>
 *
 * @param path the folder, which exists
 */
record PeerFolder(Path path) {

  private static final String PROPERTIES = "problem.properties";
  private static final String SAMPLES = "samples.f32";
  private static final String WEIGHTS = "weights.f32";
  private static final String BATCHES = "batches.i32";

  /** Writes a problem, and the losses that all should have. */
  void write(PeerProblem problem, PeerLosses losses) throws IOException {
    Map<String, Number> properties = new LinkedHashMap<>(problem.job().properties());
    properties.put("inputs", problem.inputs());
    properties.put("joints", problem.joints());
    properties.put("warmUpLoss", losses.warmUp());
    properties.put("loss", losses.last());
    List<String> lines = new ArrayList<>(List.of("# a training for Lindyn and its peers"));
    lines.addAll(new PeerProperties(properties).lines());
    Files.write(path.resolve(PROPERTIES), lines);
    Files.write(path.resolve(SAMPLES), bytes(List.of(problem.samples())));
    Files.write(path.resolve(WEIGHTS), bytes(problem.weights().matrices()));
    Files.write(path.resolve(BATCHES), bytesOf(problem.firstRows()));
  }

  /** Reads the problem. */
  PeerProblem problem() throws IOException {
    PeerProperties properties = properties();
    PeerJob job = PeerJob.ofProperties(properties);
    int inputs = properties.count("inputs");
    int joints = properties.count("joints");
    FloatBuffer samples = contents(SAMPLES).asFloatBuffer();
    IntBuffer batches = contents(BATCHES).asIntBuffer();
    int columns = inputs + joints;
    return new PeerProblem(
        job,
        joints,
        matrix(samples.remaining() / columns, columns, samples),
        weights(job.network().shape(inputs, joints), contents(WEIGHTS).asFloatBuffer()),
        IntStream.generate(batches::get).limit(batches.remaining()).boxed().toList());
  }

  /** Reads the problem's sizes. */
  PeerJob job() throws IOException {
    return PeerJob.ofProperties(properties());
  }

  /** Reads the losses that all should have. */
  PeerLosses losses() throws IOException {
    PeerProperties properties = properties();
    return new PeerLosses(properties.number("warmUpLoss"), properties.number("loss"));
  }

  private PeerProperties properties() throws IOException {
    return PeerProperties.ofLines(Files.readAllLines(path.resolve(PROPERTIES)));
  }

  private ByteBuffer contents(String name) throws IOException {
    return littleEndian(Files.readAllBytes(path.resolve(name)));
  }

  private static LstmWeights weights(LstmShape shape, FloatBuffer numbers) {
    List<FloatMatrix> matrices = new ArrayList<>();
    for (int l = 0; l < shape.layers(); l++) {
      int units = shape.units(l);
      matrices.add(matrix(shape.inputsOf(l) + units, 4 * units, numbers));
      matrices.add(matrix(1, 4 * units, numbers));
    }
    matrices.add(matrix(shape.units(shape.layers() - 1), shape.joints(), numbers));
    matrices.add(matrix(1, shape.joints(), numbers));
    return LstmWeights.ofMatrices(shape, matrices);
  }

  /** Takes the next matrix from the buffer. */
  private static FloatMatrix matrix(int rows, int columns, FloatBuffer numbers) {
    float[] values = new float[rows * columns];
    numbers.get(values);
    return FloatMatrix.of(rows, columns, values);
  }

  private static byte[] bytes(List<FloatMatrix> matrices) {
    int count = matrices.stream().mapToInt(matrix -> matrix.rows() * matrix.columns()).sum();
    byte[] bytes = new byte[Float.BYTES * count];
    FloatBuffer numbers = littleEndian(bytes).asFloatBuffer();
    matrices.forEach(matrix -> numbers.put(matrix.toArray()));
    return bytes;
  }

  private static byte[] bytesOf(List<Integer> integers) {
    byte[] bytes = new byte[Integer.BYTES * integers.size()];
    IntBuffer numbers = littleEndian(bytes).asIntBuffer();
    integers.forEach(numbers::put);
    return bytes;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
