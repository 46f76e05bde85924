package lindyn.lstm.graph;

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
    return BatchCall.add(
        tf,
        FunctionCall.Mode.COMPILED,
        sizes.name(),
        batch,
        weights,
        work.handles(),
        (f, inside, insideWeights, handles) -> {
          LossGraph.Outcome outcome =
              body.build(f, inside, insideWeights, WorkArrays.of(work.read(f, handles)));
          Ops after = WorkVariables.afterWriting(f, handles, outcome.work().all());
          return outcome.results().stream().<Operand<TFloat32>>map(after::identity).toList();
        });
  }
}
