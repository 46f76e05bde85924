package lindyn.data;

import java.util.List;

/**
 * What a user should know about the reading of logs.
 *
 * @param options how the logs were read, in words
 * @param ignoredColumns names of the columns that nothing was read from
 * @param warnings one line each
 */
public record LogNotes(String options, List<String> ignoredColumns, List<String> warnings) {

  /** Nothing to say. */
  public static final LogNotes NONE = new LogNotes("", List.of(), List.of());

  /** Copies the lists. */
  public LogNotes {
    ignoredColumns = List.copyOf(ignoredColumns);
    warnings = List.copyOf(warnings);
  }
}
