package lindyn.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/**
 * CUDA's libraries in a file of the class path, which the profile {@code gpu} puts there
 * (org.bytedeco:cuda, classifier linux-x86_64-redist).
 *
 * @param folder the resource folder that the libraries are in
 * @param loader finds its resources
 */
record CudaBundle(String folder, ClassLoader loader) {

  private static final String FOLDER = "org/bytedeco/cuda/linux-x86_64/";
  private static final Pattern VERSION = Pattern.compile("cuda-([0-9.]+)-([0-9.]+)-");

  /** Returns the bundle of the class path, if there is one. */
  static Optional<CudaBundle> onClassPath() {
    var bundle = new CudaBundle(FOLDER, CudaBundle.class.getClassLoader());
    return Optional.of(bundle).filter(any -> any.resource(CudaLibrary.CUDART).isPresent());
  }

  private Optional<URL> resource(CudaLibrary library) {
    return Optional.ofNullable(loader.getResource(folder + library.soname()));
  }

  /** Returns the versions of CUDA and cuDNN in words. */
  String version() {
    Matcher name = VERSION.matcher(resource(CudaLibrary.CUDART).orElseThrow().getPath());
    return name.find() ? "CUDA " + name.group(1) + ", cuDNN " + name.group(2) : "unknown version";
  }

  /**
   * Returns a library's file in JavaCPP's cache, where it is unpacked to once; all of them end up
   * in one folder, where they find each other.
   *
   * @throws IllegalStateException if the bundle lacks it
   */
  Path file(CudaLibrary library) {
    URL packed =
        resource(library)
            .orElseThrow(
                () -> new IllegalStateException("the bundle of CUDA lacks " + library.soname()));
    try {
      return Loader.cacheResource(packed).toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
