package lindyn.lstm;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Loops over time with written-out derivatives, compiled by XLA into one program per batch. */
final class CompiledEngine implements LossEngine {

  /** Builds what is computed from a batch, and what that leaves in the work arrays. */
  private interface Body {
    LossGraph.Outcome build(Ops tf, Batch batch, Operand<TFloat32> weights, WorkArrays work);
  }

  @Override
  public LossSums sums(Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    WorkArrays work = WorkArrays.bothWays(tf.withInitScope(), sizes);
    return new LossSums(
        sizes.shape(), call(tf, sizes, batch, weights, work, new LossGraph(sizes)::sums));
  }

  @Override
  public Operand<TFloat32> squaredErrors(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    WorkArrays work = WorkArrays.forward(tf.withInitScope(), sizes);
    return call(tf, sizes, batch, weights, work, new LossGraph(sizes)::squaredErrors);
  }

  private static Operand<TFloat32> call(
      Ops tf,
      UnrolledBatch sizes,
      Batch batch,
      Operand<TFloat32> weights,
      WorkArrays initial,
      Body body) {
    var work = new WorkVariables(tf, sizes.name(), initial.all());
    return CompiledCall.add(
        tf,
        sizes.name(),
        List.of(batch.samples(), batch.mask(), weights),
        work.handles(),
        (f, arguments, handles) -> {
          LossGraph.Outcome outcome =
              body.build(
                  f,
                  new Batch(arguments.get(0), arguments.get(1), batch.inputs()),
                  arguments.get(2),
                  WorkArrays.of(work.read(f, handles)));
          return WorkVariables.afterWriting(f, handles, outcome.work().all())
              .identity(outcome.value());
        });
  }
}
