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
  private final float[] inputGates;
  private final float[] forgetGates;
  private final float[] outputGates;
  private final float[] candidates;
  private final float[] cellStates;
  private final float[] outputs;

  BatchLayer(LstmWeights.Layer layer, int robots) {
    units = layer.units();
    inputs = layer.inputs();
    map = new AffineMap(layer.kernel(), layer.bias());
    gatesOfOne = new float[4 * units];
    int all = Math.multiplyExact(robots, units);
    inputGates = new float[all];
    forgetGates = new float[all];
    outputGates = new float[all];
    candidates = new float[all];
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
    Activations.sigmoid(inputGates, 0, inputGates.length);
    Activations.sigmoid(forgetGates, 0, forgetGates.length);
    Activations.sigmoid(outputGates, 0, outputGates.length);
    Activations.tanh(candidates, 0, candidates.length);
    for (int k = 0; k < cellStates.length; k++) {
      cellStates[k] = forgetGates[k] * cellStates[k] + inputGates[k] * candidates[k];
    }
    Activations.squash(cell, cellStates, outputs);
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = outputGates[k] * outputs[k];
    }
  }

  /** Computes the gates of one robot, without their activations. */
  private void multiply(float[] below, int from, int first) {
    map.begin(gatesOfOne);
    map.add(below, from, inputs, 0, gatesOfOne);
    map.add(outputs, first, units, inputs, gatesOfOne);
    System.arraycopy(gatesOfOne, 0, inputGates, first, units);
    System.arraycopy(gatesOfOne, units, forgetGates, first, units);
    System.arraycopy(gatesOfOne, 2 * units, outputGates, first, units);
    System.arraycopy(gatesOfOne, 3 * units, candidates, first, units);
  }
}
