package lindyn.data;

import java.util.List;

/**
 * What a log turned out to be.
 *
 * @param layout the columns that were read
 * @param namesTrajectories whether it says itself which rows are a trajectory
 * @param ignoredColumns names of the columns that nothing was read from
 * @param sha256 hash of the file's bytes, in hexadecimal
 */
record LogFacts(
    Recording.Layout layout,
    boolean namesTrajectories,
    List<String> ignoredColumns,
    String sha256) {

  LogFacts {
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  static LogFacts of(LogParser.Parsed parsed) {
    LogColumns columns = parsed.columns();
    return new LogFacts(
        Recording.Layout.of(columns),
        columns.trajectory().isPresent(),
        columns.ignored(),
        parsed.sha256());
  }
}
