package lindyn.log;

/** Whether a log's rows are kept in a binary file, so that the log is parsed once. */
public enum Cache {

  /**
   * The first reading writes a hidden file next to the log, {@code .NAME.HASH.lindyn-cache}, and
   * maps it into memory; further readings map it without looking at the log's text. Logs may be
   * larger than memory. If the file cannot be written, the log is read into memory with a warning.
   */
  BESIDE_LOG,

  /** Each reading parses the log into memory. */
  NONE
}
