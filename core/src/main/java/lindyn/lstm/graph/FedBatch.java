package lindyn.lstm.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;

/** The tensors of one batch and the inputs of the graph that they are for; owns the tensors. */
final class FedBatch implements AutoCloseable {

  private final Map<Operand<?>, Tensor> tensors = new LinkedHashMap<>();

  /** Adds an input. */
  FedBatch with(Operand<?> input, Tensor tensor) {
    tensors.put(input, tensor);
    return this;
  }

  /** Feeds a run with the batch. */
  Session.Runner into(Session.Runner runner) {
    tensors.forEach(runner::feed);
    return runner;
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
