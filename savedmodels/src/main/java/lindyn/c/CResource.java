package lindyn.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** C code that is the same for all models and lies beside this class. */
enum CResource {
  /** What follows the constants in the source. */
  ALGORITHM("algorithm.c"),
  /** What follows the sizes in the header. */
  INTERFACE("interface.h");

  private final String text;

  CResource(String file) {
    try (InputStream in = Objects.requireNonNull(CResource.class.getResourceAsStream(file), file)) {
      text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }
}
