package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lindyn.device.Device.Precision;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Loops over time with written-out derivatives, compiled by XLA into one program per batch.
 *
 * @param products of the training step; progress is measured in full precision
 */
record CompiledEngine(Products products) implements LossEngine {

  private static final Products EXACT = new Products(Precision.FLOAT32);

  /** Builds what is computed from a batch, and what that leaves in the work arrays. */
  private interface Body {
    LossGraph.Outcome build(Ops tf, Batch batch, Operand<TFloat32> weights, WorkArrays work);
  }

  @Override
  public Outcome<LossSums> sums(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    WorkArrays work = WorkArrays.bothWays(tf.withInitScope(), sizes);
    Outcome<Operand<TFloat32>> vector =
        call(tf, sizes, batch, weights, work, new LossGraph(sizes, products)::sums);
    return new Outcome<>(new LossSums(sizes.shape(), vector.value()), vector.state());
  }

  @Override
  public Outcome<Operand<TFloat32>> squaredErrors(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    WorkArrays work = WorkArrays.forward(tf.withInitScope(), sizes);
    return call(tf, sizes, batch, weights, work, new LossGraph(sizes, EXACT)::squaredErrors);
  }

  private static Outcome<Operand<TFloat32>> call(
      Ops tf,
      UnrolledBatch sizes,
      Batch batch,
      Operand<TFloat32> weights,
      WorkArrays initial,
      Body body) {
    var work = new WorkVariables(tf, sizes.name(), initial.all());
    List<Operand<TFloat32>> inputs =
        new ArrayList<>(List.of(batch.samples(), batch.mask(), weights));
    batch.state().ifPresent(inputs::add);
    List<Operand<TFloat32>> results =
        FunctionCall.add(
            tf,
            FunctionCall.Mode.COMPILED,
            sizes.name(),
            inputs,
            work.handles(),
            (f, arguments, handles) -> {
              Optional<Operand<TFloat32>> state = batch.state().map(any -> arguments.get(3));
              LossGraph.Outcome outcome =
                  body.build(
                      f,
                      new Batch(arguments.get(0), arguments.get(1), state, batch.inputs()),
                      arguments.get(2),
                      WorkArrays.of(work.read(f, handles)));
              Ops after = WorkVariables.afterWriting(f, handles, outcome.work().all());
              return outcome.results().stream().<Operand<TFloat32>>map(after::identity).toList();
            });
    return new Outcome<>(results.get(0), batch.state().map(any -> results.get(1)));
  }
}
