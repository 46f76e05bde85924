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
}
