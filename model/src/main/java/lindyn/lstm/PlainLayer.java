package lindyn.lstm;

import java.util.Arrays;

/** One LSTM layer and its state, for one robot; not thread-safe. */
final class PlainLayer {

  private final int units;
  private final int inputs;
  private AffineMap map;
  private final float[] gates;
  private final float[] squashed;
  private final float[] output;
  private final float[] cellState;

  PlainLayer(LstmWeights.Layer layer) {
    units = layer.units();
    inputs = layer.inputs();
    map = new AffineMap(layer.kernel(), layer.bias());
    gates = new float[4 * units];
    squashed = new float[units];
    output = new float[units];
    cellState = new float[units];
  }

  void takeWeights(PlainLayer other) {
    map = other.map;
  }

  void reset() {
    Arrays.fill(output, 0);
    Arrays.fill(cellState, 0);
  }

  /** Returns h, one number per unit; the array is the same at each step. */
  float[] output() {
    return output;
  }

  /** Returns c, one number per unit; the array is the same at each step. */
  float[] cellState() {
    return cellState;
  }

  /** One step of paper section II-B: gates i, f, o, candidate g, then c and h. */
  void step(float[] input, LstmConfig.Cell cell) {
    map.begin(gates);
    map.add(input, 0, inputs, 0, gates);
    map.add(output, 0, units, inputs, gates);
    Activations.sigmoid(gates, 0, 3 * units);
    Activations.tanh(gates, 3 * units, 4 * units);
    for (int k = 0; k < units; k++) {
      cellState[k] = gates[units + k] * cellState[k] + gates[k] * gates[3 * units + k];
    }
    Activations.squash(cell, cellState, squashed);
    for (int k = 0; k < units; k++) {
      output[k] = gates[2 * units + k] * squashed[k];
    }
  }
}
