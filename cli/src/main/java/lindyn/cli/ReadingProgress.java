package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import lindyn.file.ReadingListener;
import org.jspecify.annotations.Nullable;

/** Shows how far the reading of each log is. */
final class ReadingProgress implements ReadingListener, AutoCloseable {

  private final PrintWriter err;
  private @Nullable Path current;
  private @Nullable WorkProgress progress;

  ReadingProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void onBytes(Path log, long bytes, long size) {
    if (progress == null || !log.equals(current)) {
      close();
      current = log;
      progress = new WorkProgress(err, "reading " + LogOptions.name(log));
    }
    progress.update(bytes, size);
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
