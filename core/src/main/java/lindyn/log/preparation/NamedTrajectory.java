package lindyn.log.preparation;

import lindyn.InputException;
import lindyn.file.InputFile;

/**
 * A trajectory in a log, for errors.
 *
 * @param file where it stands
 * @param id its id there
 */
record NamedTrajectory(InputFile file, String id) {

  /** Returns an error about it. */
  InputException error(String text) {
    return file.error("trajectory " + InputFile.quoted(id) + text);
  }

  /** Returns the error of one that is too long for memory, in which alone it can be prepared. */
  InputException doesNotFit(OutOfMemoryError cause) {
    return file.error(
        "trajectory "
            + InputFile.quoted(id)
            + " does not fit into memory, where a trajectory must lie as a whole to be resampled or"
            + " to get derived qd or qdd; give Java more memory (-Xmx), or cut it into several"
            + " trajectories",
        cause);
  }
}
