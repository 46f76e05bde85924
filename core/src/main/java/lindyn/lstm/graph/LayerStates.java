package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmShape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The state of a network between two time steps.
 *
 * @param outputs h of each layer, shape {@code [units, batch]}
 * @param cellStates c of each layer, shape {@code [units, batch]}
 */
record LayerStates(List<Operand<TFloat32>> outputs, List<Operand<TFloat32>> cellStates) {

  /** Returns the number of rows of a state as a matrix. */
  static int rows(LstmShape shape) {
    return 2 * shape.layerUnits().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Takes a matrix apart.
   *
   * @param matrix h of all layers, then c of all layers; shape {@code [rows, batch]}
   */
  static LayerStates of(Ops tf, LstmShape shape, Operand<TFloat32> matrix) {
    var arrays = new FeatureMajor(tf);
    var states = new LayerStates(new ArrayList<>(), new ArrayList<>());
    int row = 0;
    for (List<Operand<TFloat32>> parts : List.of(states.outputs, states.cellStates)) {
      for (int units : shape.layerUnits()) {
        parts.add(arrays.rows(matrix, row, units));
        row += units;
      }
    }
    return states;
  }

  /** Returns the state before a motion. */
  static LayerStates zeros(Ops tf, UnrolledBatch sizes) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> zeros =
        sizes.shape().layerUnits().stream()
            .map(units -> arrays.zeros(units, sizes.batch()))
            .toList();
    return new LayerStates(zeros, zeros);
  }

  /** Builds the matrix that {@link #of} takes apart. */
  Operand<TFloat32> matrix(Ops tf) {
    List<Operand<TFloat32>> parts = new ArrayList<>(outputs);
    parts.addAll(cellStates);
    return new FeatureMajor(tf).stack(parts);
  }
}
