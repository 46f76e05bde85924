package lindyn.lstm;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link PlainLstm} for some robots at once, with the same numbers to the bit. Allocates nothing
 * after construction; not thread-safe.
 */
final class BatchLstm {

  private final LstmConfig.Cell cell;
  private final BatchLayer[] layers;
  private final @Nullable AffineMap readOut;
  private final float[] prediction;

  BatchLstm(LstmConfig.Cell cell, LstmWeights weights, int robots) {
    this.cell = cell;
    List<LstmWeights.Layer> trained = weights.layers();
    layers = new BatchLayer[trained.size()];
    Arrays.setAll(layers, l -> new BatchLayer(trained.get(l), robots));
    readOut = weights.readOut().map(head -> new AffineMap(head.kernel(), head.bias())).orElse(null);
    prediction = new float[weights.shape().joints()];
  }

  void reset() {
    for (BatchLayer layer : layers) {
      layer.reset();
    }
  }

  /** Gives one robot the state of a network of the same sizes. */
  void setState(int robot, PlainLstm network) {
    for (int l = 0; l < layers.length; l++) {
      layers[l].setState(robot, network.layer(l));
    }
  }

  /**
   * Advances all robots by one time step.
   *
   * @param inputs shape {@code [robots, inputs]}
   * @param predictions receives numbers of shape {@code [robots, joints]}
   */
  void step(float[] inputs, float[] predictions) {
    float[] below = inputs;
    for (BatchLayer layer : layers) {
      layer.step(below, cell);
      below = layer.outputs();
    }
    if (readOut == null) {
      System.arraycopy(below, 0, predictions, 0, below.length);
    } else {
      readOut(readOut, predictions);
    }
  }

  private void readOut(AffineMap map, float[] predictions) {
    BatchLayer top = layers[layers.length - 1];
    int joints = prediction.length;
    for (int robot = 0; robot * joints < predictions.length; robot++) {
      map.begin(prediction);
      map.add(top.outputs(), robot * top.units(), top.units(), 0, prediction);
      System.arraycopy(prediction, 0, predictions, robot * joints, joints);
    }
  }
}
