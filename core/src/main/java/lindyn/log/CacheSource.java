package lindyn.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * A log as it was when its cache was written.
 *
 * @param bytes its size
 * @param modified when it was last changed, as far as it tells
 * @param identity what no program can set back, where the system has it: change time and number
 * @param cached when the cache was begun
 */
record CacheSource(long bytes, String modified, String identity, String cached) {

  /** Two changes within this time may leave the same time stamp. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  static CacheSource of(Path log) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(log, BasicFileAttributes.class);
    return new CacheSource(
        attributes.size(),
        attributes.lastModifiedTime().toInstant().toString(),
        identity(log),
        Instant.now().toString());
  }

  private static String identity(Path log) throws IOException {
    return log.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.readAttributes(log, "unix:ctime,ino").toString()
        : "";
  }

  /** Tells whether a log still has the size and the time stamp of this one. */
  boolean looksLike(CacheSource log) {
    return bytes == log.bytes && modified.equals(log.modified);
  }

  /**
   * Tells whether a log that looks like this one could have another content all the same: copied
   * with its old time stamp, or changed twice within a step of the clock.
   */
  boolean mayDiffer(CacheSource log) {
    boolean isYoung = Instant.parse(cached).isBefore(Instant.parse(modified).plus(CLOCK_STEP));
    return isYoung || !identity.equals(log.identity);
  }
}
