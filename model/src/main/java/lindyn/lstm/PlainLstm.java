package lindyn.lstm;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network's forward pass in plain Java, one time step at a time, on standardised numbers.
 * Allocates nothing after construction; not thread-safe, as it holds the state.
 */
public final class PlainLstm {

  private final LstmConfig.Cell cell;
  private final PlainLayer[] layers;
  private @Nullable AffineMap readOut;

  /** Makes a network in its initial state. */
  public PlainLstm(LstmConfig.Cell cell, LstmWeights weights) {
    this.cell = cell;
    List<LstmWeights.Layer> trained = weights.layers();
    layers = new PlainLayer[trained.size()];
    Arrays.setAll(layers, l -> new PlainLayer(trained.get(l)));
    readOut = weights.readOut().map(head -> new AffineMap(head.kernel(), head.bias())).orElse(null);
  }

  /** Goes on with the weights of a network of the same sizes, which nobody ever changes. */
  void takeWeights(PlainLstm other) {
    readOut = other.readOut;
    for (int l = 0; l < layers.length; l++) {
      layers[l].takeWeights(other.layers[l]);
    }
  }

  /** Returns one layer, with its state. */
  PlainLayer layer(int index) {
    return layers[index];
  }

  /** Sets outputs and cell states of all layers to zero. */
  public void reset() {
    for (PlainLayer layer : layers) {
      layer.reset();
    }
  }

  /** Advances the state by one time step and writes the prediction. */
  public void step(float[] input, float[] prediction) {
    float[] below = input;
    for (PlainLayer layer : layers) {
      layer.step(below, cell);
      below = layer.output();
    }
    if (readOut == null) {
      System.arraycopy(below, 0, prediction, 0, below.length);
    } else {
      readOut.begin(prediction);
      readOut.add(below, 0, below.length, 0, prediction);
    }
  }
}
