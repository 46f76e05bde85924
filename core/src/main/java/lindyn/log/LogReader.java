package lindyn.log;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lindyn.Provenance;
import lindyn.file.InputFile;
import lindyn.file.ReadingListener;

/**
 * Reads one log at a time, from its text or from its cache.
 *
 * @param parser how the text is read
 * @param cache whether the rows are kept
 * @param listener hears of the reading
 */
record LogReader(LogParser parser, Cache cache, ReadingListener listener) {

  /**
   * What one file holds.
   *
   * @param file where it came from
   * @param facts what it turned out to be
   * @param recordings in the order of the file; their ids are unique in it
   * @param warnings what the user should know
   */
  record Log(InputFile file, LogFacts facts, List<Recording> recordings, List<String> warnings) {

    Log(InputFile file, LogFacts facts, List<Recording> recordings) {
      this(file, facts, recordings, List.of());
    }

    private Log withWarning(String warning) {
      return new Log(file, facts, recordings, List.of(warning));
    }

    Provenance.Source source() {
      long samples = recordings.stream().mapToLong(r -> r.motion().timeSteps()).sum();
      return new Provenance.Source(file.name(), facts.sha256(), samples);
    }
  }

  /**
   * Reads a file.
   *
   * @throws lindyn.InputException if it cannot be read or is not a log
   */
  Log read(Path path) {
    var file = new InputFile(path, listener);
    if (cache == Cache.NONE || !Files.isRegularFile(path)) { // nothing lies beside a pipe
      return inMemory(file);
    }
    var cached = new TrajectoryCache(file, parser);
    Optional<Log> found = cached.find();
    if (found.isPresent()) {
      return found.get();
    }
    try {
      return cached.build();
    } catch (IOException e) {
      return inMemory(file)
          .withWarning(
              "%s: no cache could be written beside it (%s), so it was read into memory; --no-cache"
                      .formatted(file.path(), reason(e))
                  + " does so without this warning");
    }
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "its folder may not be written";
    }
    String reason = cause instanceof FileSystemException failure ? failure.getReason() : null;
    return String.valueOf(reason == null ? cause.getMessage() : reason);
  }

  private Log inMemory(InputFile file) {
    List<MemoryRows> rows = new ArrayList<>();
    LogParser.Parsed parsed =
        parser.parse(
            file,
            columns -> {
              rows.add(new MemoryRows(Recording.Layout.of(columns)));
              return rows.get(0);
            });
    return new Log(file, LogFacts.of(parsed), rows.get(0).recordings());
  }
}
