package lindyn.savedmodel;

import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * All layers of a network as operations of a graph.
 *
 * @param cell how a cell state becomes an output
 * @param layers the layers, from the inputs up
 */
record LayersGraph(LstmConfig.Cell cell, List<LstmWeights.Layer> layers) {

  /** Takes the layers of a network. */
  static LayersGraph of(TrainedLstm model) {
    return new LayersGraph(model.config().cell(), model.weights().layers());
  }

  /**
   * Adds one time step of paper section II-B.
   *
   * @param input standardised inputs, shape {@code [rows, inputs]}
   * @param before what each layer remembers
   * @return what each layer remembers afterwards; the last one's output is the network's
   */
  List<CellGraph.State> step(Ops tf, Operand<TFloat32> input, List<CellGraph.State> before) {
    List<CellGraph.State> after = new ArrayList<>();
    Operand<TFloat32> below = input;
    for (int l = 0; l < layers.size(); l++) {
      var layer = new CellGraph(cell, layers.get(l), tf.withSubScope("layer_" + l));
      after.add(layer.step(below, before.get(l)));
      below = after.get(l).output();
    }
    return after;
  }
}
