package lindyn.device;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lindyn.InputException;
import org.jspecify.annotations.Nullable;
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
}
