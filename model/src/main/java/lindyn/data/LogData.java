package lindyn.data;

import java.util.List;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.Trajectory;

/**
 * The trajectories of one or several logs of one robot.
 *
 * @param signals what the logs' columns are
 * @param trajectories in the order of the logs; ids are unique
 * @param sources the logs
 * @param notes what a user should know about the reading
 */
public record LogData(
    Signals signals,
    List<Trajectory> trajectories,
    List<Provenance.Source> sources,
    LogNotes notes) {

  /** Copies the lists. */
  public LogData {
    trajectories = List.copyOf(trajectories);
    sources = List.copyOf(sources);
  }

  /** Returns the number of samples in all trajectories. */
  public long samples() {
    return trajectories.stream().mapToLong(Trajectory::timeSteps).sum();
  }
}
