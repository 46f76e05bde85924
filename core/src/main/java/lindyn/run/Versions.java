package lindyn.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The software that a run used.
 *
 * @param lindyn version of this toolkit
 * @param java version of the Java runtime
 * @param tensorflow version of TensorFlow
 * @param os name, version and architecture of the operating system
 */
public record Versions(String lindyn, String java, String tensorflow, String os) {

  private static final String RESOURCE = "lindyn.properties";

  /** Returns the versions of this process, given TensorFlow's. */
  public static Versions current(String tensorflow) {
    return new Versions(
        lindynVersion(),
        Runtime.version().toString(),
        tensorflow,
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")));
  }

  /** Returns the version of this toolkit. */
  public static String lindynVersion() {
    var properties = new Properties();
    try (InputStream stream = Versions.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from Lindyn's own jar");
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    return properties.getProperty("version", "unknown");
  }
}
