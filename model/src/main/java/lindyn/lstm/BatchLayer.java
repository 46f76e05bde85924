package lindyn.lstm;

import java.util.Arrays;

/**
 * One LSTM layer and its states, for some robots; not thread-safe.
 *
 * <p>Products are made robot by robot, as loops over the columns of the weights are longer than
 * those over a few robots. All else is a loop over the units of all robots: robot after robot, its
 * units inside.
 */
final class BatchLayer {

  private final int units;
  private final int inputs;
  private final AffineMap map;
  private final float[] gatesOfOne;
  private final float[] input;
  private final float[] forget;
  private final float[] output;
  private final float[] candidate;
  private final float[] cellStates;
  private final float[] outputs;

  BatchLayer(LstmWeights.Layer layer, int robots) {
    units = layer.units();
    inputs = layer.inputs();
    map = new AffineMap(layer.kernel(), layer.bias());
    gatesOfOne = new float[4 * units];
    int all = Math.multiplyExact(robots, units);
    input = new float[all];
    forget = new float[all];
    output = new float[all];
    candidate = new float[all];
    cellStates = new float[all];
    outputs = new float[all];
  }

  int units() {
    return units;
  }

  /** Returns h, shape {@code [robots, units]}; the array is the same at each step. */
  float[] outputs() {
    return outputs;
  }

  /** Takes over the state of a layer of the same sizes. */
  void setState(int robot, PlainLayer layer) {
    System.arraycopy(layer.cellState(), 0, cellStates, robot * units, units);
    System.arraycopy(layer.output(), 0, outputs, robot * units, units);
  }

  void reset() {
    Arrays.fill(cellStates, 0);
    Arrays.fill(outputs, 0);
  }

  /** One step of all robots, as {@link PlainLayer#step} makes it. */
  void step(float[] below, LstmConfig.Cell cell) {
    for (int first = 0, robot = 0; first < outputs.length; first += units, robot++) {
      multiply(below, robot * inputs, first);
    }
    Activations.sigmoid(input, 0, input.length);
    Activations.sigmoid(forget, 0, forget.length);
    Activations.sigmoid(output, 0, output.length);
    Activations.tanh(candidate, 0, candidate.length);
    for (int k = 0; k < cellStates.length; k++) {
      cellStates[k] = forget[k] * cellStates[k] + input[k] * candidate[k];
    }
    Activations.squash(cell, cellStates, outputs);
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = output[k] * outputs[k];
    }
  }

  /** Computes the gates of one robot, without their activations. */
  private void multiply(float[] below, int from, int first) {
    map.begin(gatesOfOne);
    map.add(below, from, inputs, 0, gatesOfOne);
    map.add(outputs, first, units, inputs, gatesOfOne);
    System.arraycopy(gatesOfOne, 0, input, first, units);
    System.arraycopy(gatesOfOne, units, forget, first, units);
    System.arraycopy(gatesOfOne, 2 * units, output, first, units);
    System.arraycopy(gatesOfOne, 3 * units, candidate, first, units);
  }
}
