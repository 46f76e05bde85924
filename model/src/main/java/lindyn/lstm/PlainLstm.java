package lindyn.lstm;

import java.util.Arrays;
import java.util.List;

/**
 * The network's forward pass in plain Java, one time step at a time, on standardised numbers.
 * Allocates nothing after construction; not thread-safe, as it holds the state.
 */
public final class PlainLstm {

  private final LstmConfig.Cell cell;
  private final PlainLayer[] layers;
  private float[] readOutKernel;
  private float[] readOutBias;

  /** Makes a network in its initial state. */
  public PlainLstm(LstmConfig.Cell cell, LstmWeights weights) {
    this.cell = cell;
    List<LstmWeights.Layer> trained = weights.layers();
    layers = new PlainLayer[trained.size()];
    Arrays.setAll(layers, l -> new PlainLayer(trained.get(l)));
    readOutKernel = weights.readOut().map(head -> head.kernel().toArray()).orElse(new float[0]);
    readOutBias = weights.readOut().map(head -> head.bias().toArray()).orElse(new float[0]);
  }

  /** Goes on with the weights of a network of the same sizes, which nobody ever changes. */
  void takeWeights(PlainLstm other) {
    readOutKernel = other.readOutKernel;
    readOutBias = other.readOutBias;
    for (int l = 0; l < layers.length; l++) {
      layers[l].kernel = other.layers[l].kernel;
      layers[l].bias = other.layers[l].bias;
    }
  }

  /** Sets outputs and cell states of all layers to zero. */
  public void reset() {
    for (PlainLayer layer : layers) {
      Arrays.fill(layer.output, 0);
      Arrays.fill(layer.cellState, 0);
    }
  }

  /** Advances the state by one time step and writes the prediction. */
  public void step(float[] input, float[] prediction) {
    float[] below = input;
    for (PlainLayer layer : layers) {
      layer.step(below, cell);
      below = layer.output;
    }
    if (readOutBias.length == 0) {
      System.arraycopy(below, 0, prediction, 0, below.length);
    } else {
      System.arraycopy(readOutBias, 0, prediction, 0, readOutBias.length);
      addProduct(below, readOutKernel, 0, prediction);
    }
  }

  /** Adds {@code vector · matrix[firstRow..]} to the target. */
  private static void addProduct(float[] vector, float[] matrix, int firstRow, float[] target) {
    int columns = target.length;
    for (int row = 0; row < vector.length; row++) {
      float factor = vector[row];
      int offset = (firstRow + row) * columns;
      for (int column = 0; column < columns; column++) {
        target[column] += factor * matrix[offset + column];
      }
    }
  }

  private static final class PlainLayer {
    final int units;
    final int inputs;
    float[] kernel;
    float[] bias;
    final float[] gates;
    final float[] output;
    final float[] cellState;

    PlainLayer(LstmWeights.Layer layer) {
      units = layer.units();
      inputs = layer.inputs();
      kernel = layer.kernel().toArray();
      bias = layer.bias().toArray();
      gates = new float[4 * units];
      output = new float[units];
      cellState = new float[units];
    }

    /** One step of paper section II-B: gates i, f, o, candidate g, then c and h. */
    void step(float[] input, LstmConfig.Cell cell) {
      System.arraycopy(bias, 0, gates, 0, gates.length);
      addProduct(input, kernel, 0, gates);
      addProduct(output, kernel, inputs, gates);
      for (int k = 0; k < 3 * units; k++) {
        gates[k] = Activations.sigmoid(gates[k]);
      }
      for (int k = 3 * units; k < 4 * units; k++) {
        gates[k] = Activations.tanh(gates[k]);
      }
      for (int k = 0; k < units; k++) {
        cellState[k] = gates[units + k] * cellState[k] + gates[k] * gates[3 * units + k];
      }
      for (int k = 0; k < units; k++) {
        float c = cellState[k];
        float squashed =
            cell == LstmConfig.Cell.TANH ? Activations.tanh(c) : Activations.sigmoid(c);
        output[k] = gates[2 * units + k] * squashed;
      }
    }
  }
}
