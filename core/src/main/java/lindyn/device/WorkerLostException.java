package lindyn.device;

import java.util.List;

/**
 * Thrown when processes of a cluster are gone; what was learned since the last checkpoint is too.
 */
public final class WorkerLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Device.Cluster rest;

  /**
   * Names the processes.
   *
   * @param tasks their places among the cluster's addresses
   */
  public WorkerLostException(Device.Cluster cluster, List<Integer> tasks) {
    super(ClusterMembers.names(cluster, tasks) + " of the cluster was lost");
    rest = cluster.without(tasks);
  }

  /** Returns the cluster without the processes that are gone. */
  public Device.Cluster rest() {
    return rest;
  }
}
