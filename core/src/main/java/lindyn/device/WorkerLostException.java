package lindyn.device;

import java.util.List;

/**
 * Thrown when processes of a cluster are gone; what was learned since the last checkpoint is too.
 */
public final class WorkerLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Integer> tasks;

  /**
   * Names the processes.
   *
   * @param tasks their places among the cluster's addresses
   */
  public WorkerLostException(Device.Cluster cluster, List<Integer> tasks, Throwable cause) {
    super(ClusterServer.names(cluster, tasks) + " of the cluster was lost", cause);
    this.tasks = List.copyOf(tasks);
  }

  /** Returns the processes that are gone, by their places among the cluster's addresses. */
  public List<Integer> tasks() {
    return tasks;
  }
}
