package lindyn.lstm;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a network.
 *
 * @param inputs inputs per time step
 * @param layerUnits hidden units of each layer, from the inputs up
 * @param joints number of outputs
 * @param linearReadOut whether a linear map follows the last layer
 */
public record LstmShape(int inputs, List<Integer> layerUnits, int joints, boolean linearReadOut) {

  /** Copies the list. */
  public LstmShape {
    layerUnits = List.copyOf(layerUnits);
  }

  static LstmShape of(LstmConfig config, int inputs, int joints) {
    boolean linear = config.readOut() == LstmConfig.ReadOut.LINEAR;
    List<Integer> units = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      boolean predicts = !linear && layer == config.layers() - 1;
      units.add(predicts ? joints : config.hiddenUnits());
    }
    return new LstmShape(inputs, units, joints, linear);
  }

  /** Returns the number of layers. */
  public int layers() {
    return layerUnits.size();
  }

  /** Returns the hidden units of one layer. */
  public int units(int layer) {
    return layerUnits.get(layer);
  }

  /** Returns the inputs of one layer: the network's, or the units of the layer below. */
  public int inputsOf(int layer) {
    return layer == 0 ? inputs : units(layer - 1);
  }

  /** Returns the number of trainable weights. */
  public int parameters() {
    return matrices().stream().mapToInt(MatrixSize::size).sum();
  }

  /** Returns the sizes of all weight matrices, in the order of {@link LstmWeights#matrices}. */
  public List<MatrixSize> matrices() {
    List<MatrixSize> sizes = new ArrayList<>();
    for (int layer = 0; layer < layers(); layer++) {
      sizes.add(new MatrixSize(inputsOf(layer) + units(layer), 4 * units(layer)));
      sizes.add(new MatrixSize(1, 4 * units(layer)));
    }
    if (linearReadOut) {
      sizes.add(new MatrixSize(units(layers() - 1), joints));
      sizes.add(new MatrixSize(1, joints));
    }
    return sizes;
  }

  /**
   * The size of one weight matrix.
   *
   * @param rows number of rows
   * @param columns number of columns
   */
  public record MatrixSize(int rows, int columns) {

    /** Returns the number of weights. */
    public int size() {
      return rows * columns;
    }
  }
}
