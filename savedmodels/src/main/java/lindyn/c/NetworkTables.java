package lindyn.c;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;

/**
 * The constants of a network.
 *
 * @param model whose network it is
 * @param tables receives the text
 */
record NetworkTables(TrainedLstm model, CTables tables) {

  private static final String LAYER =
      """

      /* Weights of [input; previous output], shape [inputs + units, 4 units], and biases [4 units]. */
      struct layer {
          int inputs;
          int units;
          const float *kernel;
          const float *bias;
      };

      """;

  void write() throws IOException {
    boolean isTanh = model.config().cell() == LstmConfig.Cell.TANH;
    tables.define("SQUASHED_CELL", isTanh ? "fast_tanh" : "fast_sigmoid");
    tables.define("HAS_READ_OUT", model.weights().readOut().isPresent() ? 1 : 0);
    tables.verbatim(LAYER);
    writeLayers(model.weights().layers());
    if (model.weights().readOut().isPresent()) {
      write(model.weights().readOut().get());
    }
  }

  private void writeLayers(List<LstmWeights.Layer> layers) throws IOException {
    List<String> rows = new ArrayList<>();
    for (LstmWeights.Layer layer : layers) {
      String name = "layer" + rows.size();
      tables.matrix(name + "_kernel", layer.kernel());
      tables.matrix(name + "_bias", layer.bias());
      rows.add(layer.inputs() + ", " + layer.units() + ", " + name + "_kernel, " + name + "_bias");
    }
    tables.rows("struct layer layers", rows);
  }

  private void write(LstmWeights.ReadOut readOut) throws IOException {
    tables.define("READ_OUT_ROWS", readOut.kernel().rows());
    tables.matrix("read_out_kernel", readOut.kernel());
    tables.matrix("read_out_bias", readOut.bias());
  }
}
