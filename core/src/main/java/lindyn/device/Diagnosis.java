package lindyn.device;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine has of what training on a GPU needs.
 *
 * @param hasCudaNatives whether TensorFlow's natives on the class path can use CUDA
 * @param driver what the driver says
 * @param source where a process loads the libraries from
 * @param bundled versions of the libraries on the class path; empty if there are none
 * @param libraries the libraries that TensorFlow needs
 * @param compiler folder with libdevice and ptxas, which {@code --engine compiled} needs on a GPU
 * @param obstacles why no GPU can be used, and what to do; empty if nothing speaks against it
 */
public record Diagnosis(
    boolean hasCudaNatives,
    CudaDriver driver,
    CudaLibraries.Source source,
    Optional<String> bundled,
    List<SystemLibrary> libraries,
    Optional<Path> compiler,
    List<String> obstacles) {

  /** Copies the lists. */
  public Diagnosis {
    libraries = List.copyOf(libraries);
    obstacles = List.copyOf(obstacles);
  }

  /** What the system has of a library. */
  public enum State {
    /** It will do. */
    FOUND,
    /** It is too old. */
    TOO_OLD,
    /** It is not there. */
    MISSING
  }

  /**
   * A library of the system.
   *
   * @param library which one
   * @param found its file, usable or not
   */
  public record SystemLibrary(CudaLibrary library, Optional<FoundLibrary> found) {

    /** Returns whether it will do. */
    public State state() {
      return found
          .map(file -> file.isNewEnough() ? State.FOUND : State.TOO_OLD)
          .orElse(State.MISSING);
    }
  }

  /** Looks at this machine; loads the driver, but neither CUDA nor TensorFlow. */
  public static Diagnosis ofThisMachine() {
    return of(
        CudaSetup.hasCudaNatives(),
        CudaDriver.ofThisMachine(),
        CudaLibraries.ofThisMachine(),
        CudaCompiler.folder(System.getenv()));
  }

  static Diagnosis of(
      boolean hasCudaNatives, CudaDriver driver, CudaLibraries libraries, Optional<Path> compiler) {
    return new Diagnosis(
        hasCudaNatives,
        driver,
        libraries.source(),
        libraries.bundled(),
        Stream.of(CudaLibrary.values())
            .map(library -> new SystemLibrary(library, libraries.ofSystem(library)))
            .toList(),
        compiler,
        CudaSetup.obstacles(hasCudaNatives, driver, libraries));
  }
}
