package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Data parallelism: each of several devices computes the sums of its share of the batch, and the
 * sums are added up. The operations of one step of an LSTM are too small to be shared among threads
 * one by one.
 *
 * @param engine computes the sums
 * @param placement the devices
 */
record Towers(LossEngine engine, Placement placement) {

  /**
   * What several devices have computed.
   *
   * @param all of the whole batch
   * @param shares of the devices' shares
   */
  record Shared<T>(LossEngine.Outcome<T> all, List<T> shares) {}

  /** Builds the sums over a batch, see {@link LossEngine#sums}; each device has weights. */
  Shared<LossSums> sums(
      Ops tf, UnrolledBatch sizes, BatchSource samples, List<Operand<TFloat32>> weights) {
    return joined(tf, sizes, samples, weights, engine::sums, (a, b) -> a.plus(tf, b));
  }

  /**
   * Builds the squared errors of each sequence, see {@link LossEngine#squaredErrors}; each device
   * has weights.
   */
  Shared<Operand<TFloat32>> squaredErrors(
      Ops tf, UnrolledBatch sizes, BatchSource samples, List<Operand<TFloat32>> weights) {
    return joined(tf, sizes, samples, weights, engine::squaredErrors, new FeatureMajor(tf)::beside);
  }

  /** Computes a share of a batch. */
  private interface Tower<T> {
    LossEngine.Outcome<T> build(
        Ops tf, UnrolledBatch share, Batch batch, Operand<TFloat32> weights);
  }

  private <T> Shared<T> joined(
      Ops tf,
      UnrolledBatch sizes,
      BatchSource samples,
      List<Operand<TFloat32>> weights,
      Tower<T> tower,
      BinaryOperator<T> join) {
    List<T> values = new ArrayList<>();
    List<Operand<TFloat32>> states = new ArrayList<>();
    for (int device = 0; device < placement.towers().size(); device++) {
      UnrolledBatch share = share(sizes, device);
      DeviceSpec home = placement.homes().get(device);
      Batch batch = samples.batch(tf, home, first(sizes, device), share.batch());
      Ops on = tf.withDevice(placement.towers().get(device));
      LossEngine.Outcome<T> outcome = tower.build(on, share, batch, weights.get(device));
      values.add(outcome.value());
      outcome.state().ifPresent(states::add);
    }
    return new Shared<>(
        new LossEngine.Outcome<>(
            values.stream().reduce(join).orElseThrow(),
            states.stream().reduce(new FeatureMajor(tf)::beside)),
        values);
  }

  /** Shares differ by one sequence at most. */
  private UnrolledBatch share(UnrolledBatch sizes, int device) {
    int count = first(sizes, device + 1) - first(sizes, device);
    return sizes.share(device, count);
  }

  private int first(UnrolledBatch sizes, int device) {
    return (int) ((long) sizes.batch() * device / placement.towers().size());
  }
}
