package lindyn.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lindyn.FloatMatrix;

/**
 * The trained numbers of a network.
 *
 * @param layers the LSTM layers, from the inputs up
 * @param readOut the linear map after the last layer, if there is one
 */
public record LstmWeights(List<Layer> layers, Optional<ReadOut> readOut) {

  /** Copies the list. */
  public LstmWeights {
    layers = List.copyOf(layers);
  }

  /**
   * One LSTM layer. Columns are gates in the order i, f, o, g (input, forget, output gate, and
   * candidate tanh), each with one column per hidden unit.
   *
   * @param kernel weights of [input; previous output], shape {@code [inputs + units, 4 units]}
   * @param bias shape {@code [1, 4 units]}
   */
  public record Layer(FloatMatrix kernel, FloatMatrix bias) {

    /** Returns the number of hidden units. */
    public int units() {
      return bias.columns() / 4;
    }

    /** Returns the number of inputs. */
    public int inputs() {
      return kernel.rows() - units();
    }
  }

  /**
   * A linear map from the last layer's outputs to the standardised torques.
   *
   * @param kernel shape {@code [units, joints]}
   * @param bias shape {@code [1, joints]}
   */
  public record ReadOut(FloatMatrix kernel, FloatMatrix bias) {}

  /** Returns all matrices: kernel and bias of each layer, then of the read-out. */
  public List<FloatMatrix> matrices() {
    List<FloatMatrix> matrices = new ArrayList<>();
    for (Layer layer : layers) {
      matrices.add(layer.kernel());
      matrices.add(layer.bias());
    }
    readOut.ifPresent(
        head -> {
          matrices.add(head.kernel());
          matrices.add(head.bias());
        });
    return matrices;
  }

  /**
   * Puts matrices together again.
   *
   * @param shape the sizes of the network
   * @param matrices in the order of {@link #matrices}
   * @throws IllegalArgumentException if their number or a shape does not fit
   */
  public static LstmWeights ofMatrices(LstmShape shape, List<FloatMatrix> matrices) {
    List<LstmShape.MatrixSize> sizes = shape.matrices();
    if (matrices.size() != sizes.size()) {
      throw new IllegalArgumentException(
          "expected " + sizes.size() + " weight matrices, got " + matrices.size());
    }
    for (int m = 0; m < sizes.size(); m++) {
      requireSize(sizes.get(m), matrices.get(m));
    }
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < shape.layers(); l++) {
      layers.add(new Layer(matrices.get(2 * l), matrices.get(2 * l + 1)));
    }
    int readOut = 2 * shape.layers();
    return new LstmWeights(
        layers,
        shape.linearReadOut()
            ? Optional.of(new ReadOut(matrices.get(readOut), matrices.get(readOut + 1)))
            : Optional.empty());
  }

  private static void requireSize(LstmShape.MatrixSize size, FloatMatrix matrix) {
    if (matrix.rows() != size.rows() || matrix.columns() != size.columns()) {
      throw new IllegalArgumentException(
          "expected a weight matrix of "
              + size.rows()
              + " x "
              + size.columns()
              + ", got "
              + matrix);
    }
  }

  /** Returns the sizes of this network. */
  public LstmShape shape() {
    List<Integer> units = layers.stream().map(Layer::units).toList();
    int joints = readOut.map(head -> head.bias().columns()).orElse(units.get(units.size() - 1));
    return new LstmShape(layers.get(0).inputs(), units, joints, readOut.isPresent());
  }
}
