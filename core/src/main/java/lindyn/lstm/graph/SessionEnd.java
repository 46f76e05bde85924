package lindyn.lstm.graph;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import lindyn.device.ClusterMembers;
import lindyn.device.Device;
import org.tensorflow.Graph;
import org.tensorflow.Session;

/**
 * Frees a session and its graph. With a process of a cluster that is lost or hangs, TensorFlow
 * would wait without end: such a session is left alone.
 *
 * @param session runs the graph
 * @param graph closed after its session
 */
record SessionEnd(Session session, Graph graph) {

  /** Keeps what cannot be freed from the garbage collector, which would try. */
  private static final Queue<SessionEnd> LEFT_ALONE = new ConcurrentLinkedQueue<>();

  /** Freeing takes milliseconds. */
  private static final int MOST_MS = 5000;

  /** Frees both, or leaves them alone. */
  void on(Device device) {
    if (!(device instanceof Device.Cluster cluster)) {
      free();
    } else if (ClusterMembers.silent(cluster).isEmpty()) {
      freeInTime();
    } else {
      LEFT_ALONE.add(this);
    }
  }

  private void free() {
    session.close();
    graph.close();
  }

  /** A process that hangs still listens. */
  private void freeInTime() {
    var freeing = new Thread(this::free, "lindyn-session-end");
    freeing.setDaemon(true);
    freeing.start();
    try {
      freeing.join(MOST_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
