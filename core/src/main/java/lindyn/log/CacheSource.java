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
 * @param modified when it was last changed
 * @param cached when the cache was begun
 */
record CacheSource(long bytes, String modified, String cached) {

  /** Two changes within this time may leave the same time stamp. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  static CacheSource of(Path log) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(log, BasicFileAttributes.class);
    return new CacheSource(
        attributes.size(),
        attributes.lastModifiedTime().toInstant().toString(),
        Instant.now().toString());
  }

  /** Tells whether a log still has the size and the time stamp of this one. */
  boolean looksLike(CacheSource log) {
    return bytes == log.bytes && modified.equals(log.modified);
  }

  /** Tells whether the log could have changed afterwards without a new time stamp. */
  boolean isRecent() {
    return Instant.parse(cached).isBefore(Instant.parse(modified).plus(CLOCK_STEP));
  }
}
