import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Trains the LSTM of a problem with DL4J. The number of threads is that of the environment variable
 * OMP_NUM_THREADS.
 *
 * <p>Gates are in the order g, f, o, i. DL4J adds the errors of the time steps where Lindyn takes
 * their mean, so its loss and its gradients are larger by the number T of steps; with T² times the
 * initial sum of squares Adagrad takes the same steps.
 */
public final class LstmDl4j {

  private LstmDl4j() {}

  /** Takes the problem's folder. */
  public static void main(String[] arguments) throws IOException {
    var problem = new Problem(Path.of(arguments[0]));
    MultiLayerNetwork network = network(problem);
    int steps = problem.size("timeSteps");
    problem.train(
        "DL4J " + version(),
        update -> {
          INDArray drawn = batch(problem, update);
          int inputs = problem.size("inputs");
          network.fit(columns(drawn, 0, inputs), columns(drawn, inputs, drawn.size(1)));
          return network.score() / steps;
        });
  }

  private static String version() throws IOException {
    var properties = new Properties();
    try (InputStream file =
        Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
      properties.load(file);
    }
    return properties.getProperty("version");
  }

  private static MultiLayerNetwork network(Problem problem) {
    int units = problem.size("units");
    var layers =
        new NeuralNetConfiguration.Builder()
            .updater(new AdaGrad(problem.number("learningRate"), 0))
            .list();
    for (int layer = 0; layer < problem.size("layers"); layer++) {
      layers.layer(
          new LSTM.Builder()
              .nIn(layer == 0 ? problem.size("inputs") : units)
              .nOut(units)
              .activation(Activation.TANH)
              .gateActivationFunction(Activation.SIGMOID)
              .build());
    }
    layers.layer(
        new RnnOutputLayer.Builder(LossFunctions.LossFunction.MSE)
            .activation(Activation.IDENTITY)
            .nIn(units)
            .nOut(problem.size("joints"))
            .build());
    var network = new MultiLayerNetwork(layers.build());
    network.init();
    setWeights(problem, network);
    double steps = problem.size("timeSteps");
    network
        .getUpdater()
        .getStateViewArray()
        .assign(problem.number("initialAccumulator") * steps * steps);
    return network;
  }

  private static void setWeights(Problem problem, MultiLayerNetwork network) {
    int units = problem.size("units");
    int layers = problem.size("layers");
    for (int layer = 0; layer < layers; layer++) {
      int below = layer == 0 ? problem.size("inputs") : units;
      network.setParam(layer + "_W", gates(problem.nextWeights(below, 4 * units)));
      network.setParam(layer + "_RW", gates(problem.nextWeights(units, 4 * units)));
      network.setParam(layer + "_b", gates(problem.nextWeights(1, 4 * units)));
    }
    int joints = problem.size("joints");
    network.setParam(layers + "_W", Nd4j.create(problem.nextWeights(units, joints)));
    network.setParam(layers + "_b", Nd4j.create(problem.nextWeights(1, joints)));
  }

  /** Swaps the first and the last gate. */
  private static INDArray gates(float[][] kernel) {
    float[][] swapped = new float[kernel.length][];
    for (int row = 0; row < kernel.length; row++) {
      swapped[row] = kernel[row].clone();
      int units = kernel[row].length / 4;
      System.arraycopy(kernel[row], 0, swapped[row], 3 * units, units);
      System.arraycopy(kernel[row], 3 * units, swapped[row], 0, units);
    }
    return Nd4j.create(swapped);
  }

  /** Gathers a batch: shape {@code [batch, inputs + joints, steps]}. */
  private static INDArray batch(Problem problem, int update) {
    int batch = problem.size("batch");
    int steps = problem.size("timeSteps");
    int columns = problem.size("inputs") + problem.size("joints");
    float[] numbers = new float[batch * columns * steps];
    for (int sequence = 0; sequence < batch; sequence++) {
      for (int step = 0; step < steps; step++) {
        int from = problem.row(update, sequence, step) * columns;
        for (int column = 0; column < columns; column++) {
          numbers[(sequence * columns + column) * steps + step] = problem.samples()[from + column];
        }
      }
    }
    return Nd4j.create(numbers, new int[] {batch, columns, steps});
  }

  private static INDArray columns(INDArray drawn, long from, long to) {
    return drawn.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to), NDArrayIndex.all());
  }
}
