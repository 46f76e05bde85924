package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.tensorflow.DeviceSpec;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * Data parallelism: each of several devices computes the sums of its share of the batch, and the
 * sums are added up. The operations of one step of an LSTM are too small to be shared among threads
 * one by one.
 *
 * @param engine computes the sums
 * @param devices number of devices; several are threads of the processor
 * @param threads threads of the numerics
 */
record Towers(LossEngine engine, int devices, int threads) {

  /** Sequences that are worth a device of their own: 8 take two thirds of the time of 16. */
  private static final int LEAST_SHARE = 8;

  /** Uses as many devices as the threads and the batch have work for. */
  static Towers of(LossEngine engine, int threads, int batch) {
    return new Towers(engine, Math.max(1, Math.min(threads, batch / LEAST_SHARE)), threads);
  }

  /** Returns the settings of a session that has the devices, each with a thread of its own. */
  ConfigProto session() {
    return ConfigProto.newBuilder()
        .putDeviceCount("CPU", devices)
        .setIntraOpParallelismThreads(threads / devices)
        .setInterOpParallelismThreads(devices)
        .setUsePerSessionThreads(true) // or all sessions share what the first one has asked for
        .build();
  }

  /** Builds the sums over a batch, see {@link LossEngine#sums}. */
  LossEngine.Outcome<LossSums> sums(
      Ops tf, UnrolledBatch sizes, BatchSource samples, Operand<TFloat32> weights) {
    return joined(
        tf,
        sizes,
        samples,
        (on, share, batch) -> engine.sums(on, share, batch, weights),
        (a, b) -> a.plus(tf, b));
  }

  /** Builds the squared errors of each sequence, see {@link LossEngine#squaredErrors}. */
  LossEngine.Outcome<Operand<TFloat32>> squaredErrors(
      Ops tf, UnrolledBatch sizes, BatchSource samples, Operand<TFloat32> weights) {
    return joined(
        tf,
        sizes,
        samples,
        (on, share, batch) -> engine.squaredErrors(on, share, batch, weights),
        new FeatureMajor(tf)::beside);
  }

  /** Computes a share of a batch. */
  private interface Tower<T> {
    LossEngine.Outcome<T> build(Ops tf, UnrolledBatch share, Batch batch);
  }

  private <T> LossEngine.Outcome<T> joined(
      Ops tf, UnrolledBatch sizes, BatchSource samples, Tower<T> tower, BinaryOperator<T> join) {
    List<T> values = new ArrayList<>();
    List<Operand<TFloat32>> states = new ArrayList<>();
    for (int device = 0; device < devices; device++) {
      UnrolledBatch share = share(sizes, device);
      Batch batch = samples.batch(tf, first(sizes, device), share.batch());
      LossEngine.Outcome<T> outcome = tower.build(on(device, tf), share, batch);
      values.add(outcome.value());
      outcome.state().ifPresent(states::add);
    }
    return new LossEngine.Outcome<>(
        values.stream().reduce(join).orElseThrow(),
        states.stream().reduce(new FeatureMajor(tf)::beside));
  }

  /** One device is TensorFlow's choice, which may be a GPU. */
  private Ops on(int device, Ops tf) {
    return devices == 1
        ? tf
        : tf.withDevice(
            DeviceSpec.newBuilder().deviceType(DeviceType.CPU).deviceIndex(device).build());
  }

  /** Shares differ by one sequence at most. */
  private UnrolledBatch share(UnrolledBatch sizes, int device) {
    int count = first(sizes, device + 1) - first(sizes, device);
    return sizes.share(device, count);
  }

  private int first(UnrolledBatch sizes, int device) {
    return (int) ((long) sizes.batch() * device / devices);
  }
}
