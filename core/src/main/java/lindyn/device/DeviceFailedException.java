package lindyn.device;

import java.util.List;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TensorFlowException;

/** Thrown when TensorFlow fails on a device that is not this process's processor. */
public final class DeviceFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private DeviceFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Returns what a failure means: that a process is gone, that a device failed, or, on the
   * processor and where TensorFlow did not fail, what it was.
   */
  public static RuntimeException of(RuntimeException failure, Device device) {
    if (!isOfTensorFlow(failure) || device instanceof Device.Cpu) {
      return failure;
    }
    if (device instanceof Device.Cluster cluster) {
      List<Integer> silent = ClusterMembers.silent(cluster);
      if (!silent.isEmpty()) {
        var lost = new WorkerLostException(cluster, silent);
        lost.initCause(failure);
        return lost;
      }
    }
    String message = "TensorFlow failed (" + reason(failure) + "); " + advice(failure, device);
    return new DeviceFailedException(message, failure);
  }

  /** Some of TensorFlow's exceptions have only their names and their package in common. */
  private static boolean isOfTensorFlow(RuntimeException failure) {
    return failure.getClass().getPackage().equals(TensorFlowException.class.getPackage());
  }

  /** Returns what TensorFlow says, in one line, without what only its developers need. */
  static String reason(Throwable failure) {
    return String.valueOf(failure.getMessage())
        .replaceFirst("(?s)\\s*Additional GRPC error information.*", "")
        .strip()
        .replaceAll("\\s*\\n\\s*", " ");
  }

  private static String advice(RuntimeException failure, Device device) {
    if (failure instanceof TFResourceExhaustedException) {
      return "its memory is too small; give a smaller --batch-size, shorter sequences or fewer units";
    }
    return device instanceof Device.Cluster
        ? "a process hangs, was restarted, or serves another trainer too; restart the workers, and"
            + " go on with 'lindyn resume' if the run has begun"
        : "go on with 'lindyn resume' if the run has begun; 'lindyn doctor' looks at the GPU";
  }
}
