package lindyn.device;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The libraries of CUDA that this machine offers, and which of them a process loads: the system's,
 * if none of them is missing or too old; else all of those on the class path. The two are never
 * mixed.
 */
public final class CudaLibraries {

  private final Map<CudaLibrary, FoundLibrary> system = new EnumMap<>(CudaLibrary.class);
  private final Optional<CudaBundle> bundle;

  CudaLibraries(LibraryPath path, Optional<CudaBundle> bundle) {
    this.bundle = bundle;
    Stream.of(CudaLibrary.values())
        .flatMap(library -> path.find(library).stream())
        .forEach(found -> system.put(found.library(), found));
  }

  /** Looks at this machine; loads nothing. */
  public static CudaLibraries ofThisMachine() {
    return new CudaLibraries(LibraryPath.system(System.getenv()), CudaBundle.onClassPath());
  }

  /** Where the libraries come from. */
  public enum Source {
    /** The installation of CUDA. */
    SYSTEM,
    /** The class path. */
    BUNDLE,
    /** Nowhere: there are not all that are needed. */
    NONE
  }

  /** Returns where a process would load the libraries from. */
  public Source source() {
    if (unusable().isEmpty()) {
      return Source.SYSTEM;
    }
    return bundle.isPresent() ? Source.BUNDLE : Source.NONE;
  }

  /** Returns the system's file of a library, usable or not. */
  public Optional<FoundLibrary> ofSystem(CudaLibrary library) {
    return Optional.ofNullable(system.get(library));
  }

  /** Returns the versions of what the class path has, in words; empty if it has none. */
  public Optional<String> bundled() {
    return bundle.map(CudaBundle::version);
  }

  /** Returns the needed libraries that the system lacks, or has in a version that is too old. */
  public List<CudaLibrary> unusable() {
    return Stream.of(CudaLibrary.values())
        .filter(CudaLibrary::isNeeded)
        .filter(library -> ofSystem(library).filter(FoundLibrary::isNewEnough).isEmpty())
        .toList();
  }

  /**
   * Returns the files to load, in this order; unpacks them first if they come from the class path.
   */
  List<Path> files() {
    return switch (source()) {
      case SYSTEM -> system.values().stream().map(FoundLibrary::file).toList();
      case BUNDLE -> {
        CudaBundle all = bundle.orElseThrow();
        yield Stream.of(CudaLibrary.values()).map(all::file).toList();
      }
      case NONE -> List.of();
    };
  }
}
