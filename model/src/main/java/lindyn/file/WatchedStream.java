package lindyn.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file's bytes; a listener hears how many of them were read. */
final class WatchedStream extends FilterInputStream {

  /** As many bytes as are read in some ten milliseconds. */
  private static final long STEP = 1 << 22;

  private final Path file;
  private final long size;
  private final ReadingListener listener;
  private long bytes;
  private long nextStep = STEP;

  WatchedStream(InputStream stream, Path file, long size, ReadingListener listener) {
    super(stream);
    this.file = file;
    this.size = size;
    this.listener = listener;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int more) {
    bytes += more;
    if (bytes >= nextStep) {
      nextStep = bytes + STEP;
      listener.onBytes(file, bytes, size);
    }
  }
}
