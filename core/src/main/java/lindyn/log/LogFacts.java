package lindyn.log;

import java.util.List;
import lindyn.log.format.LogColumns;

/**
 * What a log turned out to be.
 *
 * @param layout the columns of the complete rows
 * @param hasQd whether velocities were read, not derived
 * @param hasQdd whether accelerations were read, not derived
 * @param namesTrajectories whether it says itself which rows are a trajectory
 * @param ignoredColumns names of the columns that nothing was read from
 * @param sha256 hash of the file's bytes, in hexadecimal
 */
record LogFacts(
    Recording.Layout layout,
    boolean hasQd,
    boolean hasQdd,
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
        columns.hasQd(),
        columns.hasQdd(),
        columns.trajectory().isPresent(),
        columns.ignored(),
        parsed.sha256());
  }
}
