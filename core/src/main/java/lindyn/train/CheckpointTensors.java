package lindyn.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lindyn.FloatMatrix;
import lindyn.folder.Tensor;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;

/**
 * The matrices of a checkpoint by name: {@code best.0}, {@code weights.0}, {@code slot1.0} and so
 * on, numbered as in {@link LstmWeights#matrices}; {@code carried} is the state that goes on from
 * batch to batch, if one does.
 */
final class CheckpointTensors {

  private static final String CARRIED = "carried";

  private CheckpointTensors() {}

  /** Returns the tensors of best weights, weights and slots, and of the carried state. */
  static Map<String, Tensor> of(Checkpoint checkpoint) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    List<LstmWeights> all = new ArrayList<>();
    all.add(checkpoint.best().weights());
    all.add(checkpoint.session().weights());
    all.addAll(checkpoint.session().slots());
    for (int i = 0; i < all.size(); i++) {
      put(name(i), all.get(i), tensors);
    }
    checkpoint
        .session()
        .carried()
        .ifPresent(state -> tensors.put(CARRIED, new Tensor.Floats(state)));
    return tensors;
  }

  /**
   * Returns the carried state, if there is one.
   *
   * @throws IllegalArgumentException if its numbers are of another type
   */
  static Optional<FloatMatrix> carried(Map<String, Tensor> tensors) {
    return Optional.ofNullable(tensors.get(CARRIED)).map(CheckpointTensors::floats);
  }

  private static String name(int i) {
    return switch (i) {
      case 0 -> "best";
      case 1 -> "weights";
      default -> "slot" + (i - 1);
    };
  }

  private static void put(String name, LstmWeights weights, Map<String, Tensor> tensors) {
    List<FloatMatrix> matrices = weights.matrices();
    for (int m = 0; m < matrices.size(); m++) {
      tensors.put(name + "." + m, new Tensor.Floats(matrices.get(m)));
    }
  }

  /**
   * Returns best weights, weights and slots.
   *
   * @throws IllegalArgumentException if the tensors are others
   */
  static List<LstmWeights> weights(LstmShape shape, int slots, Map<String, Tensor> tensors) {
    List<LstmWeights> all = new ArrayList<>();
    List<Tensor> inOrder =
        tensors.entrySet().stream()
            .filter(tensor -> !tensor.getKey().equals(CARRIED))
            .map(Map.Entry::getValue)
            .toList();
    int each = shape.matrices().size();
    if (inOrder.size() != each * (2 + slots)) {
      throw new IllegalArgumentException(
          "expected " + each * (2 + slots) + " matrices, got " + inOrder.size());
    }
    for (int i = 0; i < 2 + slots; i++) {
      all.add(
          LstmWeights.ofMatrices(
              shape,
              inOrder.subList(i * each, (i + 1) * each).stream()
                  .map(CheckpointTensors::floats)
                  .toList()));
    }
    return all;
  }

  private static FloatMatrix floats(Tensor tensor) {
    if (tensor instanceof Tensor.Floats floats) {
      return floats.matrix();
    }
    throw new IllegalArgumentException("numbers are not float32");
  }
}
