package lindyn.file;

import java.nio.file.Path;

/** Watches the reading of logs. */
@FunctionalInterface
public interface ReadingListener {

  /** Hears nothing. */
  ReadingListener SILENT = (log, bytes, size) -> {};

  /**
   * Called now and then while a log's text is read, on the reading thread.
   *
   * @param log the file
   * @param bytes how many of its bytes have been read
   * @param size its size in bytes
   */
  void onBytes(Path log, long bytes, long size);
}
