package lindyn.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import lindyn.Derivatives;
import lindyn.InputException;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.data.LogData;
import lindyn.data.LogNotes;
import lindyn.data.MotionData;
import lindyn.file.InputFile;
import lindyn.file.ReadingListener;
import lindyn.log.format.LogColumns;

/**
 * Reads logs of robots, one row per sample: CSV (UTF-8 text with a header line, plain or gzip),
 * NumPy's .npz, MATLAB's .mat and Parquet. The content tells the format. An array q of shape {@code
 * [samples, d]} is the columns q1..qd.
 *
 * <p>The columns may stand in any order, and {@link ReadingOptions#mapping} gives them other names:
 *
 * <ul>
 *   <li>{@code q1..qd}, {@code qd1..}, {@code qdd1..}: positions, velocities and accelerations of d
 *       joints, in rad, rad/s and rad/s². Where qd or qdd lack they are derived, as {@link
 *       ReadingOptions#preparation} says;
 *   <li>{@code tau1..}: torques; only trajectories need them;
 *   <li>{@code trajectory}: the id, any text ("1" and "1.0" differ); the rows of a trajectory lie
 *       together. Without it a file is one trajectory, named after the file without its ending;
 *   <li>{@code t}: times in s that increase within each trajectory. Without it the rows are one
 *       {@link ReadingOptions#samplePeriod} apart; with it the period is not used;
 *   <li>any further column is ignored unless it is an {@link ReadingOptions#extraInputs extra
 *       input}.
 * </ul>
 *
 * <p>Several files are one data set. If an id occurs in two of them, the ids of all files with a
 * column {@code trajectory} become "file/id", with the file's name as above.
 *
 * <p>Blank lines, quotes, a byte order mark, CRLF and spaces around cells are fine in CSV.
 * Everything else that does not fit is an {@link InputException} with file, line or row, and
 * column. Immutable.
 */
public final class TrajectoryReader {

  private final ReadingOptions options;
  private final Cache cache;
  private final ReadingListener listener;

  /** Takes what the logs do not say about themselves, and whether their rows are kept. */
  public TrajectoryReader(ReadingOptions options, Cache cache) {
    this(options, cache, ReadingListener.SILENT);
  }

  private TrajectoryReader(ReadingOptions options, Cache cache, ReadingListener listener) {
    this.options = options;
    this.cache = cache;
    this.listener = listener;
  }

  /** Returns this reader, watched: a listener hears of logs whose text must be read. */
  public TrajectoryReader withListener(ReadingListener newListener) {
    return new TrajectoryReader(options, cache, newListener);
  }

  /**
   * Reads logs with torques, for training and evaluation. Cost: O(bytes) time, one pass.
   *
   * @param files at least one
   * @throws InputException if a file cannot be read or is not a log, or the files do not fit
   *     together
   */
  public LogData readTrajectories(List<Path> files) {
    List<LogReader.Log> logs = readLogs(files, LogColumns.Torques.READ);
    List<Recording> recordings = withUniqueIds(logs);
    List<String> joints =
        IntStream.rangeClosed(1, logs.get(0).facts().layout().joints())
            .mapToObj(j -> "joint" + j)
            .toList();
    var signals =
        new Signals(
            joints,
            options.extraInputs(),
            options.torqueUnit(),
            medianPeriod(logs.get(0).file(), recordings),
            derivatives(logs.get(0)));
    return new LogData(
        signals,
        recordings.stream().map(Recording::trajectory).toList(),
        logs.stream().map(LogReader.Log::source).toList(),
        notes(logs));
  }

  /**
   * Reads logs for prediction; columns tau may be missing and are not looked at.
   *
   * @param files at least one
   * @throws InputException as {@link #readTrajectories} does
   */
  public MotionData readMotions(List<Path> files) {
    List<LogReader.Log> logs = readLogs(files, LogColumns.Torques.SKIPPED);
    return new MotionData(
        withUniqueIds(logs).stream().map(Recording::motion).toList(), notes(logs));
  }

  private LogNotes notes(List<LogReader.Log> logs) {
    return new LogNotes(
        options.toString(),
        logs.stream().flatMap(log -> log.facts().ignoredColumns().stream()).distinct().toList(),
        logs.stream().flatMap(log -> log.warnings().stream()).toList());
  }

  private List<LogReader.Log> readLogs(List<Path> files, LogColumns.Torques torques) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no files to read");
    }
    var reader = new LogReader(new LogParser(options, torques), cache, listener);
    List<LogReader.Log> logs = new ArrayList<>();
    for (Path path : files) {
      LogReader.Log log = reader.read(path);
      logs.add(log);
      requireSameJoints(logs.get(0), log);
      requireSameDerivatives(logs.get(0), log);
    }
    return logs;
  }

  private static void requireSameJoints(LogReader.Log first, LogReader.Log log) {
    int expected = first.facts().layout().joints();
    int found = log.facts().layout().joints();
    if (found != expected) {
      throw log.file()
          .error(
              String.format(
                  "has columns q1..q%d but %s has q1..q%d, expected one robot; read them apart",
                  found, first.file().path(), expected));
    }
  }

  private Derivatives derivatives(LogReader.Log log) {
    return options.preparation().derivatives().of(log.facts().hasQd(), log.facts().hasQdd());
  }

  /** Measured and derived numbers differ in noise and delay, so a model needs one kind. */
  private void requireSameDerivatives(LogReader.Log first, LogReader.Log log) {
    if (!derivatives(first).equals(derivatives(log))) {
      throw log.file()
          .error(
              1,
              String.format(
                  "has %s, but %s has %s, expected one way for all logs; drop columns qd or qdd"
                      + " where other logs lack them, or read them apart",
                  derivatives(log).description(),
                  first.file().path(),
                  derivatives(first).description()));
    }
  }

  private static List<Recording> withUniqueIds(List<LogReader.Log> logs) {
    List<Recording> all = logs.stream().flatMap(log -> log.recordings().stream()).toList();
    Set<String> ids = new HashSet<>();
    if (all.stream().allMatch(recording -> ids.add(recording.id()))) {
      return all;
    }
    Map<String, LogReader.Log> owners = new HashMap<>();
    List<Recording> renamed = new ArrayList<>();
    for (LogReader.Log log : logs) {
      for (Recording recording : log.recordings()) {
        String id = qualified(recording.id(), log);
        LogReader.Log owner = owners.putIfAbsent(id, log);
        if (owner != null) {
          throw sameName(owner, log, id);
        }
        renamed.add(recording.withId(id));
      }
    }
    return renamed;
  }

  private static String qualified(String id, LogReader.Log log) {
    return log.facts().namesTrajectories() ? log.file().stem() + "/" + id : id;
  }

  private static InputException sameName(LogReader.Log owner, LogReader.Log log, String id) {
    return log.file()
        .error(
            String.format(
                "holds a trajectory %s and so does %s, expected different files with different"
                    + " names; name each file once or rename one",
                InputFile.quoted(id), owner.file().path()));
  }

  private double medianPeriod(InputFile file, List<Recording> recordings) {
    OptionalDouble median =
        SampleTimes.medianPeriod(
            recordings.stream().map(recording -> recording.motion().times()).toList());
    return median.orElseGet(
        () ->
            options
                .samplePeriod()
                .orElseThrow(
                    () ->
                        file.error(
                            "no trajectory has two samples, so the sampling period is unknown;"
                                + " give more samples or --sample-period")));
  }
}
