package lindyn.device;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lindyn.InputException;

/** The processes of a cluster, as the first of them sees them. */
public final class ClusterMembers {

  /** Time to start the other processes in. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Time for the first answer of a process; it takes milliseconds. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private static final int CONNECT_MS = 2000;
  private static final int PAUSE_MS = 200;

  private ClusterMembers() {}

  /**
   * Makes this process the first one of a cluster, and waits for a minute until all others listen.
   *
   * @param listener is told what is waited for, in words, if anything is
   * @throws InputException if one does not listen in time, its host is unknown, or this process's
   *     own address cannot be used
   */
  public static void gather(Device.Cluster cluster, Consumer<String> listener) {
    cluster.tasks().forEach(task -> requireKnown(cluster.addresses().get(task)));
    ClusterServer.start(cluster.addresses(), 0, cluster.own());
    List<Integer> silent = silent(cluster);
    if (!silent.isEmpty()) {
      listener.accept(names(cluster, silent));
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!silent.isEmpty()) {
      if (System.nanoTime() - end > 0) {
        throw new InputException(
            names(cluster, silent)
                + " of the cluster does not answer; start it there with 'lindyn worker', or remove"
                + " it from all copies of the cluster's file and restart the workers");
      }
      pause();
      silent = silent(cluster);
    }
  }

  /**
   * Returns the devices of a cluster's processes, see {@link DeviceList#inTurns}.
   *
   * @throws WorkerLostException if nothing listens at an address
   * @throws InputException if something else than a worker of this cluster does, or one that hangs
   */
  public static List<TensorFlowDevice> devices(Device.Cluster cluster) {
    ClusterServer.start(cluster.addresses(), 0, cluster.own());
    requireListening(cluster);
    var probe = new ClusterProbe(cluster, ANSWER);
    List<TensorFlowDevice> devices = new ArrayList<>();
    try {
      cluster.tasks().forEach(task -> devices.addAll(probe.devices(task)));
    } catch (InputException e) {
      requireListening(cluster);
      throw e;
    }
    return DeviceList.inTurns(devices);
  }

  private static void requireListening(Device.Cluster cluster) {
    List<Integer> silent = silent(cluster);
    if (!silent.isEmpty()) {
      throw new WorkerLostException(cluster, silent);
    }
  }

  /** Returns the address of this process for a session of the whole cluster. */
  public static String target(Device.Cluster cluster) {
    return "grpc://" + cluster.addresses().get(0);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a cluster", e);
    }
  }

  /** Returns the processes of a cluster, this one apart, that nothing listens for. */
  public static List<Integer> silent(Device.Cluster cluster) {
    return cluster.tasks().stream()
        .filter(task -> task != 0 && !answers(cluster.addresses().get(task)))
        .toList();
  }

  /** Returns processes in words, such as {@code task 1 at host:2222}. */
  public static String names(Device.Cluster cluster, List<Integer> tasks) {
    return String.join(
        ", ",
        tasks.stream()
            .map(task -> "task " + task + " at " + cluster.addresses().get(task))
            .toList());
  }

  private static InetSocketAddress socketAddress(String address) {
    int colon = address.lastIndexOf(':');
    int port = Integer.parseInt(address.substring(colon + 1));
    return new InetSocketAddress(address.substring(0, colon), port);
  }

  private static void requireKnown(String address) {
    if (socketAddress(address).isUnresolved()) {
      throw new InputException(
          address + ": this machine knows no such host; correct the cluster's file");
    }
  }

  private static boolean answers(String address) {
    try (var socket = new Socket()) {
      socket.connect(socketAddress(address), CONNECT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
