package lindyn.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import lindyn.JointSeries;
import lindyn.SampleTimes;
import lindyn.file.InputFile;
import lindyn.file.MappedRows;
import lindyn.file.RowFileWriter;
import lindyn.log.format.LogBytes;

/**
 * The caches of one log: files beside it that hold its rows in binary form, one for each way of
 * reading it. A cache is used if it was made in the same way from a log of the same size and time
 * stamp (and of the same content, where these may mislead). It is written under another name and
 * moved into place, so there is never a half one.
 */
final class TrajectoryCache {

  private static final String ENDING = ".lindyn-cache";
  private static final String UNFINISHED = ".tmp";
  private static final int HASH_DIGITS = 16;
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final InputFile log;
  private final LogParser parser;
  private final Path folder;

  /** Takes a log and the way of reading it. */
  TrajectoryCache(InputFile log, LogParser parser) {
    this.log = log;
    this.parser = parser;
    folder = Optional.ofNullable(log.path().toAbsolutePath().getParent()).orElseThrow();
  }

  /**
   * Maps the cache, if there is one of the log as it is now.
   *
   * @throws lindyn.InputException if the log cannot be read
   */
  Optional<LogReader.Log> find() {
    return files().stream().map(this::open).flatMap(Optional::stream).findFirst();
  }

  /** A file that is cut or of another version is no cache; {@link #build} replaces it. */
  private Optional<LogReader.Log> open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      CacheFooter footer = CacheFooter.read(channel);
      if (!isOfParser(footer.key()) || !isOfLog(footer)) {
        return Optional.empty();
      }
      MappedRows rows = map(channel, footer);
      return rows.checksum() == footer.rowsChecksum()
          ? Optional.of(log(rows, footer))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Torques do no harm where they are not looked at. */
  private boolean isOfParser(CacheKey key) {
    return key.isOf(parser) || key.isOf(parser.withTorques());
  }

  private boolean isOfLog(CacheFooter footer) throws IOException {
    CacheSource now = CacheSource.of(log.path());
    return footer.source().looksLike(now)
        && (!footer.source().mayDiffer(now)
            || LogBytes.sha256(log).equals(footer.facts().sha256()));
  }

  private static MappedRows map(FileChannel channel, CacheFooter footer) throws IOException {
    return MappedRows.map(channel, footer.rows(), footer.facts().layout().width());
  }

  private LogReader.Log log(MappedRows rows, CacheFooter footer) {
    Recording.Layout layout = footer.facts().layout();
    List<Recording> recordings = new ArrayList<>();
    long first = 0;
    for (RowFileWriter.Part part : footer.parts()) {
      recordings.add(
          layout.recording(
              part.id(),
              SampleTimes.view(rows, first, part.rows()),
              new JointSeries.Rows(rows, first, part.rows())));
      first += part.rows();
    }
    return new LogReader.Log(log, footer.facts(), recordings);
  }

  /**
   * Reads the log, writes the cache, maps it, and deletes those that it replaces.
   *
   * @throws lindyn.InputException if the log cannot be read or is not a log; no file is left
   * @throws IOException if the cache cannot be written; no file is left
   */
  LogReader.Log build() throws IOException {
    CacheSource source = CacheSource.of(log.path());
    // Not createTempFile, whose files only their owner may read.
    Path unfinished =
        folder.resolve("." + log.name() + "." + UUID.randomUUID() + ENDING + UNFINISHED);
    unfinished.toFile().deleteOnExit(); // where the process is told to end before it is finished
    try {
      CacheFooter footer = write(unfinished, source);
      Path file = folder.resolve(name(footer));
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      deleteReplaced(file, footer.key());
      deleteAbandoned();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        return log(map(channel, footer), footer);
      }
    } catch (RowFileWriter.WriteFailure e) {
      throw e.ioException();
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private CacheFooter write(Path file, CacheSource source) throws IOException {
    try (var writer = new RowFileWriter(file)) {
      LogFacts facts = LogFacts.of(parser.parse(log, columns -> writer));
      var key = CacheKey.of(parser, facts);
      writer.finish();
      var footer = new CacheFooter(key, source, facts, writer.parts(), writer.checksum());
      writer.append(footer.bytes());
      return footer;
    }
  }

  private String name(CacheFooter footer) {
    String content = footer.facts().sha256() + "\n" + footer.key();
    String hash = LogBytes.sha256(content.getBytes(StandardCharsets.UTF_8));
    return "." + log.name() + "." + hash.substring(0, HASH_DIGITS) + ENDING;
  }

  private void deleteReplaced(Path newest, CacheKey key) throws IOException {
    for (Path file : files()) {
      if (!file.equals(newest) && isReplaced(file, key)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A cache of another way of reading is still good; one that cannot be read never is. */
  private boolean isReplaced(Path file, CacheKey key) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return CacheFooter.read(channel).key().equals(key);
    } catch (IOException e) {
      return true;
    }
  }

  private List<Path> files() {
    String start = "." + log.name() + ".";
    int length = start.length() + HASH_DIGITS + ENDING.length();
    return named(
        name -> name.length() == length && name.startsWith(start) && name.endsWith(ENDING));
  }

  /** A killed process leaves its file; one that is still written is younger. */
  private void deleteAbandoned() throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    String start = "." + log.name() + ".";
    for (Path file : named(name -> name.startsWith(start) && name.endsWith(ENDING + UNFINISHED))) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<Path> named(Predicate<String> condition) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(
            folder, path -> condition.test(String.valueOf(path.getFileName())))) {
      all.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // a folder that cannot be listed has no caches for us
    }
    return files;
  }
}
