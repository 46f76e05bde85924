package lindyn.cli;

import java.util.List;
import java.util.Optional;
import lindyn.device.CudaLibraries;
import lindyn.device.Diagnosis;
import lindyn.device.FoundLibrary;
import lindyn.device.Gpu;
import lindyn.lstm.graph.TrainingSession;
import lindyn.run.Versions;
import org.jspecify.annotations.Nullable;

/** What {@code lindyn doctor --json} prints. */
final class DoctorJson {

  private DoctorJson() {}

  /**
   * All findings.
   *
   * @param versions the software
   * @param cudaBuild whether TensorFlow's natives can use CUDA
   * @param driver newest CUDA that the driver runs; null without one
   * @param driverProblem what is wrong with the driver; null if nothing
   * @param gpus the devices
   * @param source where CUDA's libraries are loaded from
   * @param bundled versions of those on the class path; null if there are none
   * @param libraries those of the system
   * @param compiler folder with libdevice and ptxas, which XLA needs; null if there is none
   * @param obstacles why no GPU can be used and what to do; empty if one can
   * @param step the training step
   */
  record Findings(
      Versions versions,
      boolean cudaBuild,
      @Nullable String driver,
      @Nullable String driverProblem,
      List<Gpu> gpus,
      CudaLibraries.Source source,
      @Nullable String bundled,
      List<Library> libraries,
      @Nullable String compiler,
      List<String> obstacles,
      TrainingStep step) {}

  /**
   * A library.
   *
   * @param name what it is opened by
   * @param state found, missing or too old
   * @param version as far as its file's name tells; null if it is missing
   * @param path its file; null if it is missing
   * @param oldest the oldest version that will do; empty if the name says it all
   */
  record Library(
      String name,
      Diagnosis.State state,
      @Nullable String version,
      @Nullable String path,
      String oldest) {

    private static Library of(Diagnosis.SystemLibrary library) {
      Optional<FoundLibrary> found = library.found();
      return new Library(
          library.library().soname(),
          library.state(),
          found.map(FoundLibrary::version).orElse(null),
          found.map(file -> file.file().toString()).orElse(null),
          library.library().oldest());
    }
  }

  static Findings of(Diagnosis diagnosis, TrainingStep step) {
    String driver = diagnosis.driver().cudaVersion();
    return new Findings(
        Versions.current(TrainingSession.tensorflowVersion()),
        diagnosis.hasCudaNatives(),
        driver.isEmpty() ? null : driver,
        diagnosis.driver().problem().orElse(null),
        diagnosis.driver().gpus(),
        diagnosis.source(),
        diagnosis.bundled().orElse(null),
        diagnosis.libraries().stream().map(Library::of).toList(),
        diagnosis.compiler().map(Object::toString).orElse(null),
        diagnosis.obstacles(),
        step);
  }
}
