package lindyn.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A library's file.
 *
 * @param library which one
 * @param file where it is, all links followed
 * @param version as far as its name tells, such as {@code 12.6.77} or {@code 12}
 */
public record FoundLibrary(CudaLibrary library, Path file, String version) {

  /** Follows links, since the file behind them has the whole version in its name. */
  static FoundLibrary of(CudaLibrary library, Path file) {
    try {
      Path real = file.toRealPath();
      String name = real.getFileName().toString();
      int version = name.indexOf(".so.");
      boolean isVersioned =
          version >= 0 && name.substring(version + 4).matches("[0-9]{1,9}(\\.[0-9]{1,9})*");
      return new FoundLibrary(library, real, isVersioned ? name.substring(version + 4) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether TensorFlow takes it. */
  public boolean isNewEnough() {
    return library.accepts(version);
  }
}
