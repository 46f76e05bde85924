package lindyn.device;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import lindyn.InputException;
import org.jspecify.annotations.Nullable;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Server;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ClusterDef;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.JobDef;
import org.tensorflow.proto.ServerDef;

/**
 * This process as a part of a cluster, through TensorFlow's own server. It serves whoever reaches
 * its port, and a graph can read and write files: for private networks only.
 */
public final class ClusterServer {

  /** TensorFlow's name for the processes of a cluster. */
  public static final String JOB = "worker";

  /** A step that takes longer hangs. */
  public static final int TIMEOUT_MS = 300_000;

  /** Time to start the other processes in. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Time for the first answer of a process; it takes milliseconds. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private static final int CONNECT_MS = 2000;
  private static final int PAUSE_MS = 200;

  /** A server cannot be stopped, so that a process is a part of one cluster for good. */
  private static final AtomicReference<@Nullable ClusterServer> STARTED = new AtomicReference<>();

  private final List<String> addresses;
  private final int task;
  private final Server server;

  private ClusterServer(List<String> addresses, int task, Device device) {
    this.addresses = addresses;
    this.task = task;
    // First, since the class Server loads TensorFlow, and CUDA must come before that.
    ServerDef definition = definition(addresses, task, settings(device));
    try {
      server = new Server(definition);
      server.start();
    } catch (TensorFlowException e) {
      throw new InputException(
          String.format(
              "cannot serve at %s as task %d (%s); is the port another process's?",
              addresses.get(task), task, e.getMessage()),
          e);
    }
  }

  /**
   * Begins to serve.
   *
   * @param addresses of all processes as {@code host:port}
   * @param task the place of this process among them
   * @param device what it lends: threads of the processor or CUDA devices
   * @throws InputException if the address cannot be used, or the process serves another cluster
   */
  public static synchronized ClusterServer start(List<String> addresses, int task, Device device) {
    ClusterServer started = STARTED.get();
    if (started == null) {
      started = new ClusterServer(List.copyOf(addresses), task, device);
      STARTED.set(started);
    }
    if (!started.addresses.equals(addresses) || started.task != task) {
      throw new InputException(
          "this process is task "
              + started.task
              + " of the cluster "
              + started.addresses
              + " already; start another one for another cluster");
    }
    return started;
  }

  /** Returns what a session's settings say to use a process. */
  public static String filter(int task) {
    return "/job:" + JOB + "/task:" + task;
  }

  /** Serves until the process ends. */
  public void join() {
    server.join();
  }

  private static ServerDef definition(List<String> addresses, int task, ConfigProto settings) {
    JobDef.Builder job = JobDef.newBuilder().setName(JOB);
    for (int i = 0; i < addresses.size(); i++) {
      job.putTasks(i, addresses.get(i));
    }
    return ServerDef.newBuilder()
        .setCluster(ClusterDef.newBuilder().addJob(job))
        .setJobName(JOB)
        .setTaskIndex(task)
        .setProtocol("grpc")
        .setDefaultSessionConfig(settings)
        .build();
  }

  private static ConfigProto settings(Device device) {
    ConfigProto.Builder settings =
        ConfigProto.newBuilder()
            .putDeviceCount("CPU", device.threads())
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(Math.max(2, device.threads()));
    if (device instanceof Device.Gpus gpus) {
      CudaSetup.prepare(gpus);
      return settings.setGpuOptions(CudaSetup.options(gpus)).build();
    }
    return settings.putDeviceCount("GPU", 0).build();
  }

  /**
   * Makes this process the first one of a cluster, and waits for a minute until all others listen.
   *
   * @param listener is told what is waited for, in words, if anything is
   * @throws InputException if one does not listen in time, its host is unknown, or this process's
   *     own address cannot be used
   */
  public static void gather(Device.Cluster cluster, Consumer<String> listener) {
    cluster.tasks().forEach(task -> requireKnown(cluster.addresses().get(task)));
    start(cluster.addresses(), 0, cluster.own());
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
    start(cluster.addresses(), 0, cluster.own());
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

  /** Returns the processor of a process. */
  static DeviceSpec processor(int task) {
    return DeviceSpec.newBuilder()
        .job(JOB)
        .replica(0)
        .task(task)
        .deviceType(DeviceSpec.DeviceType.CPU)
        .deviceIndex(0)
        .build();
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
