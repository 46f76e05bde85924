package lindyn.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensorflow.TargetedSession;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/** Asks TensorFlow for the devices of a session. */
public final class DeviceList {

  private DeviceList() {}

  /** Returns the devices of this process; memory of CUDA devices grows as it is needed. */
  public static List<TensorFlowDevice> ofThisProcess() {
    return of(
        "",
        ConfigProto.newBuilder()
            .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
            .build());
  }

  /** Returns how many of some CUDA devices TensorFlow can use in this process. */
  static int gpus(Device.Gpus gpus) {
    ConfigProto settings = ConfigProto.newBuilder().setGpuOptions(CudaSetup.options(gpus)).build();
    return (int) of("", settings).stream().filter(device -> device.type().equals("GPU")).count();
  }

  /**
   * Returns the devices that are used of those of a cluster's processes: of each its GPUs, or its
   * processor if it has none. The first device of each process comes before the second of any.
   */
  static List<TensorFlowDevice> inTurns(List<TensorFlowDevice> all) {
    Set<Integer> withGpu =
        all.stream()
            .filter(device -> device.type().equals("GPU"))
            .map(TensorFlowDevice::task)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(device -> device.type().equals(withGpu.contains(device.task()) ? "GPU" : "CPU"))
        .sorted(
            Comparator.comparingInt(TensorFlowDevice::index)
                .thenComparingInt(TensorFlowDevice::task))
        .toList();
  }

  /**
   * Returns the devices that a session with these settings has.
   *
   * @param target the address of a TensorFlow server, such as {@code grpc://localhost:2222}; empty
   *     for this process
   * @throws org.tensorflow.exceptions.TensorFlowException if there is no such session
   */
  static List<TensorFlowDevice> of(String target, ConfigProto settings) {
    try (TF_Graph graph = TF_Graph.newGraph();
        TF_Session session = TargetedSession.openNative(graph, target, settings);
        TF_Status status = TF_Status.newStatus()) {
      return devices(session, status);
    }
  }

  private static List<TensorFlowDevice> devices(TF_Session session, TF_Status status) {
    TF_DeviceList list = tensorflow.TF_SessionListDevices(session, status);
    try {
      status.throwExceptionIfNotOK();
      List<TensorFlowDevice> devices = new ArrayList<>();
      for (int i = 0; i < tensorflow.TF_DeviceListCount(list); i++) {
        devices.add(
            new TensorFlowDevice(
                tensorflow.TF_DeviceListName(list, i, status).getString(),
                tensorflow.TF_DeviceListType(list, i, status).getString(),
                tensorflow.TF_DeviceListMemoryBytes(list, i, status)));
        status.throwExceptionIfNotOK();
      }
      return devices;
    } finally {
      tensorflow.TF_DeleteDeviceList(list);
    }
  }
}
