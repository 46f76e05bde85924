package lindyn.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A folder with files that are named as the libraries of CUDA are.
 *
 * @param path the folder
 */
record CudaFolder(Path path) {

  /** Adds all libraries, cuDNN in some version. */
  CudaFolder withAll(String cudnn) {
    for (CudaLibrary library : CudaLibrary.values()) {
      String soname = library.soname();
      add(library, soname.startsWith("libcudnn") ? soname.replace(".9", "." + cudnn) : soname);
    }
    return this;
  }

  /** Adds a library as its installers do: a file with the whole version, and a link to it. */
  CudaFolder add(CudaLibrary library, String file) {
    try {
      Path whole = Files.createFile(path.resolve(file));
      if (!file.equals(library.soname())) {
        Files.createSymbolicLink(path.resolve(library.soname()), whole.getFileName());
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a library's link, or its file. */
  CudaFolder without(CudaLibrary library) {
    try {
      Files.delete(path.resolve(library.soname()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LibraryPath libraryPath() {
    return new LibraryPath(List.of(path), Map.of());
  }
}
