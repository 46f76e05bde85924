package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** A {@link FunctionCall} whose arguments are a batch and weights. */
final class BatchCall {

  private BatchCall() {}

  /** Builds a value of a batch; then the state after the last step, if the batch has one. */
  @FunctionalInterface
  interface Body {
    List<Operand<TFloat32>> build(
        Ops tf, Batch batch, Operand<TFloat32> weights, List<Operand<? extends TType>> variables);
  }

  /**
   * Adds the call to a graph.
   *
   * @param mode how the function runs
   * @param name of the function, unique in its process
   * @param variables handles of variables that the function may change
   */
  static LossEngine.Outcome<Operand<TFloat32>> add(
      Ops tf,
      FunctionCall.Mode mode,
      String name,
      Batch batch,
      Operand<TFloat32> weights,
      List<Operand<? extends TType>> variables,
      Body body) {
    List<Operand<TFloat32>> arguments =
        new ArrayList<>(List.of(batch.samples(), batch.mask(), weights));
    batch.state().ifPresent(arguments::add);
    List<Operand<TFloat32>> results =
        FunctionCall.add(
            tf,
            mode,
            name,
            arguments,
            variables,
            (f, inside, handles) -> {
              Optional<Operand<TFloat32>> state = batch.state().map(any -> inside.get(3));
              var own = new Batch(inside.get(0), inside.get(1), state, batch.inputs());
              return body.build(f, own, inside.get(2), handles);
            });
    return new LossEngine.Outcome<>(results.get(0), batch.state().map(any -> results.get(1)));
  }
}
