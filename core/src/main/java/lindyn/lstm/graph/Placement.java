package lindyn.lstm.graph;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lindyn.device.ClusterMembers;
import lindyn.device.ClusterServer;
import lindyn.device.CudaSetup;
import lindyn.device.Device;
import lindyn.device.TensorFlowDevice;
import org.tensorflow.DeviceSpec;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/**
 * Where the parts of a graph run.
 *
 * @param target address of the server that runs the graph; empty for this process
 * @param settings of the session that has the devices
 * @param towers devices that share each batch; the first one holds the weights
 * @param homes for each tower the device with the samples that it reads; towers may have the same
 * @param gpus numbers of the CUDA devices, which TensorFlow counts anew from 0
 * @param averageEvery steps after which the towers' weights are averaged; 1 if there are weights
 *     for all towers, which learn from the average gradient
 */
record Placement(
    String target,
    ConfigProto settings,
    List<DeviceSpec> towers,
    List<DeviceSpec> homes,
    List<Integer> gpus,
    int averageEvery) {

  /** Sequences that are worth a device of their own: 8 take two thirds of the time of 16. */
  private static final int LEAST_SHARE = 8;

  private static final String HERE = "";

  /**
   * Uses as many devices as there is work for; makes CUDA ready if it is asked for.
   *
   * @param batch sequences per update
   * @throws lindyn.InputException if a CUDA device or a process is asked for that cannot be used
   * @throws lindyn.device.WorkerLostException if a process is gone
   */
  static Placement of(Device device, int batch) {
    if (device instanceof Device.Gpus gpus) {
      return ofGpus(gpus, worthy(gpus.numbers().size(), batch));
    }
    if (device instanceof Device.Cluster cluster) {
      return ofCluster(cluster, batch);
    }
    return ofThreads(device.threads(), worthy(device.threads(), batch));
  }

  private static int worthy(int devices, int batch) {
    return Math.max(1, Math.min(devices, batch / LEAST_SHARE));
  }

  /** Each device is a thread of the processor; all read the same samples. */
  private static Placement ofThreads(int threads, int devices) {
    ConfigProto settings =
        ConfigProto.newBuilder()
            .putDeviceCount("CPU", devices)
            .putDeviceCount("GPU", 0)
            .setIntraOpParallelismThreads(threads / devices)
            .setInterOpParallelismThreads(devices)
            .setUsePerSessionThreads(true) // or all sessions share what the first one has asked for
            .build();
    List<DeviceSpec> towers = devices(DeviceType.CPU, devices);
    return new Placement(
        HERE, settings, towers, Collections.nCopies(devices, towers.get(0)), List.of(), 1);
  }

  /** Each device has a copy of the samples. */
  private static Placement ofGpus(Device.Gpus gpus, int devices) {
    CudaSetup.prepare(gpus);
    List<Integer> numbers = gpus.numbers().subList(0, devices);
    ConfigProto settings =
        ConfigProto.newBuilder()
            .setAllowSoftPlacement(true) // some integers are kept in the processor's memory
            .setGpuOptions(
                GPUOptions.newBuilder()
                    .setVisibleDeviceList(gpus.visible())
                    .setAllowGrowth(true)
                    .setPerProcessGpuMemoryFraction(gpus.memoryFraction()))
            .build();
    List<DeviceSpec> towers = devices(DeviceType.GPU, devices);
    return new Placement(HERE, settings, towers, towers, numbers, 1);
  }

  /** Each process has a copy of the samples, on each of its GPUs if it has some. */
  private static Placement ofCluster(Device.Cluster cluster, int batch) {
    List<TensorFlowDevice> devices = ClusterMembers.devices(cluster);
    ConfigProto.Builder settings =
        ConfigProto.newBuilder()
            .setAllowSoftPlacement(true)
            // or variables of earlier sessions would still be there, with other shapes
            .setIsolateSessionState(true)
            .setOperationTimeoutInMs(ClusterServer.TIMEOUT_MS);
    cluster.tasks().forEach(task -> settings.addDeviceFilters(ClusterServer.filter(task)));
    List<TensorFlowDevice> towers = devices.subList(0, worthy(devices.size(), batch));
    return new Placement(
        ClusterMembers.target(cluster),
        settings.build(),
        towers.stream().map(Placement::tower).toList(),
        towers.stream().map(Placement::home).toList(),
        List.of(),
        cluster.averageEvery());
  }

  private static DeviceSpec tower(TensorFlowDevice device) {
    return inCluster(device, device.index());
  }

  private static DeviceSpec home(TensorFlowDevice device) {
    return inCluster(device, device.type().equals("CPU") ? 0 : device.index());
  }

  private static DeviceSpec inCluster(TensorFlowDevice device, int index) {
    return DeviceSpec.newBuilder()
        .job(ClusterServer.JOB)
        .replica(0)
        .task(device.task())
        .deviceType(DeviceType.valueOf(device.type()))
        .deviceIndex(index)
        .build();
  }

  private static List<DeviceSpec> devices(DeviceType type, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> DeviceSpec.newBuilder().deviceType(type).deviceIndex(i).build())
        .toList();
  }

  /**
   * Returns a short name for a device, such as {@code cpu:0}, {@code gpu:1} or {@code task:1
   * cpu:0}.
   *
   * @param fullName TensorFlow's, such as {@code /job:localhost/replica:0/task:0/device:CPU:0}
   */
  String label(String fullName) {
    var device = TensorFlowDevice.named(fullName);
    boolean isNumbered = device.type().equals("GPU") && !gpus.isEmpty();
    int number = isNumbered ? gpus.get(device.index()) : device.index();
    String label = device.type().toLowerCase(Locale.ROOT) + ":" + number;
    return target.equals(HERE) ? label : "task:" + device.task() + " " + label;
  }
}
