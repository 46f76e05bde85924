package lindyn.lstm.graph;

import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;

/**
 * The static sizes of one compiled step.
 *
 * @param name of the step, unique in its graph
 * @param shape the network
 * @param cell how the cell state becomes the output
 * @param timeSteps steps T that the network is unrolled over
 * @param batch number of windows or sequences B
 */
record UnrolledBatch(String name, LstmShape shape, LstmConfig.Cell cell, int timeSteps, int batch) {

  static UnrolledBatch of(String name, LstmShape shape, LstmConfig config, int batch) {
    return new UnrolledBatch(name, shape, config.cell(), config.history().timeSteps(), batch);
  }

  /** Returns the sizes of a part of the batch. */
  UnrolledBatch share(int number, int newBatch) {
    return new UnrolledBatch(name + number, shape, cell, timeSteps, newBatch);
  }
}
