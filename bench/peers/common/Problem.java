import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/** A training that Lindyn's PeerProblemWriter wrote, for the peers in Java. */
final class Problem {

  private final Map<String, Double> properties;
  private final FloatBuffer weights;
  private final float[] samples;
  private final int[] firstRows;

  Problem(Path folder) throws IOException {
    properties =
        Files.readAllLines(folder.resolve("problem.properties")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("="))
            .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
    weights = contents(folder.resolve("weights.f32")).asFloatBuffer();
    FloatBuffer numbers = contents(folder.resolve("samples.f32")).asFloatBuffer();
    samples = new float[numbers.remaining()];
    numbers.get(samples);
    firstRows = new int[(size("updates") + 1) * size("batch")];
    contents(folder.resolve("batches.i32")).asIntBuffer().get(firstRows);
  }

  private static ByteBuffer contents(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
  }

  int size(String name) {
    return (int) number(name);
  }

  float number(String name) {
    return properties.get(name).floatValue();
  }

  /** Shape {@code [samples, inputs + joints]}. */
  float[] samples() {
    return samples;
  }

  /** Returns the next rows of the initial weights. */
  float[][] nextWeights(int rows, int columns) {
    float[][] matrix = new float[rows][columns];
    for (float[] row : matrix) {
      weights.get(row);
    }
    return matrix;
  }

  /** Returns the row of one step of a sequence of an update's batch. */
  int row(int update, int sequence, int step) {
    return firstRows[update * size("batch") + sequence] + step;
  }

  /**
   * Trains, and prints name, time steps per second after the warm-up, and two losses.
   *
   * @param update takes the number of an update, makes it, and returns the loss before it
   */
  void train(String name, IntToDoubleFunction update) {
    int warmUp = size("warmUp");
    int updates = size("updates");
    for (int i = 0; i < warmUp; i++) {
      update.applyAsDouble(i);
    }
    long begin = System.nanoTime();
    double warmUpLoss = update.applyAsDouble(warmUp);
    for (int i = warmUp + 1; i < updates; i++) {
      update.applyAsDouble(i);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double loss = update.applyAsDouble(updates);
    double steps = (double) (updates - warmUp) * size("batch") * size("timeSteps");
    System.out.printf(
        Locale.ROOT, "%s\t%.0f\t%.9g\t%.9g%n", name, steps / seconds, warmUpLoss, loss);
  }
}
