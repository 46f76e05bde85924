package lindyn.data;

import java.util.List;
import lindyn.Motion;

/**
 * The motions of one or several logs of one robot.
 *
 * @param motions in the order of the logs; ids are unique
 * @param notes what a user should know about the reading
 */
public record MotionData(List<Motion> motions, LogNotes notes) {

  /** Copies the list. */
  public MotionData {
    motions = List.copyOf(motions);
  }
}
