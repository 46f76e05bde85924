package lindyn.device;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lindyn.InputException;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TargetedSession;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * A first exchange with each process of a cluster: TensorFlow itself would wait without end for one
 * that hangs, or that is no process of the cluster at all.
 *
 * @param cluster the processes
 * @param patience time for an answer
 */
record ClusterProbe(Device.Cluster cluster, Duration patience) {

  private static final float SENT = 2;

  /**
   * Returns the devices of a process, once a number has gone there and back.
   *
   * @param task its place in the cluster
   * @throws InputException if that fails or takes too long
   */
  List<TensorFlowDevice> devices(int task) {
    var exchange = new FutureTask<>(() -> exchange(task));
    var thread = new Thread(exchange, "lindyn-cluster-probe"); // left alone if it hangs
    thread.setDaemon(true);
    thread.start();
    try {
      return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw refusal(task, "no answer in " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw refusal(
          task, DeviceFailedException.reason(Objects.requireNonNullElse(e.getCause(), e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking a cluster", e);
    }
  }

  private InputException refusal(int task, String reason, Exception cause) {
    return new InputException(
        String.format(
            "%s cannot be used (%s); start 'lindyn worker --task %d' there, with the same addresses"
                + " in its file, and make sure that it reaches this machine at %s",
            ClusterMembers.names(cluster, List.of(task)), reason, task, cluster.addresses().get(0)),
        cause);
  }

  private List<TensorFlowDevice> exchange(int task) {
    String target = ClusterMembers.target(cluster);
    ConfigProto settings =
        ConfigProto.newBuilder()
            .setIsolateSessionState(true)
            .setOperationTimeoutInMs(patience.toMillis())
            .addDeviceFilters(ClusterServer.filter(0))
            .addDeviceFilters(ClusterServer.filter(task))
            .build();
    try (var graph = new Graph();
        Session session = TargetedSession.open(graph, target, settings)) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> sent = on(tf, 0).placeholder(TFloat32.class);
      Operand<TFloat32> there = on(tf, task).math.square(sent);
      Operand<TFloat32> back = on(tf, 0).math.square(there);
      try (TFloat32 number = TFloat32.scalarOf(SENT);
          Result result = session.runner().feed(sent, number).fetch(back).run()) {
        requireFourthPower(((TFloat32) result.get(0)).getFloat());
      }
    }
    return DeviceList.of(target, settings).stream().filter(one -> one.task() == task).toList();
  }

  private static Ops on(Ops tf, int task) {
    return tf.withDevice(processor(task));
  }

  private static DeviceSpec processor(int task) {
    return DeviceSpec.newBuilder()
        .job(ClusterServer.JOB)
        .replica(0)
        .task(task)
        .deviceType(DeviceSpec.DeviceType.CPU)
        .deviceIndex(0)
        .build();
  }

  private static void requireFourthPower(float back) {
    if (back != SENT * SENT * SENT * SENT) {
      throw new IllegalStateException("it computes wrongly: 2⁴ = " + back);
    }
  }
}
