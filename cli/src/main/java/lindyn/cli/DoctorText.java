package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import lindyn.device.CudaCompiler;
import lindyn.device.CudaLibraries;
import lindyn.device.Diagnosis;
import lindyn.device.Gpu;
import lindyn.lstm.graph.TrainingSession;
import lindyn.run.Versions;

/**
 * What {@code lindyn doctor} says.
 *
 * @param out receives the text
 */
record DoctorText(PrintWriter out) {

  private static final double GIB = 1L << 30;

  /** Says what is there. */
  void print(Diagnosis diagnosis) {
    // Not TensorFlow's: asking for it would load TensorFlow before the libraries of CUDA.
    Versions versions = Versions.current("");
    line("lindyn", versions.lindyn() + ", Java " + versions.java() + ", " + versions.os());
    line("build", diagnosis.hasCudaNatives() ? "for CUDA" : "for the processor");
    line(
        "processor",
        RunFacts.counted(Runtime.getRuntime().availableProcessors(), "thread", "threads"));
    line("driver", driver(diagnosis));
    diagnosis.driver().gpus().forEach(this::print);
    line("cuda", source(diagnosis));
    diagnosis.libraries().forEach(library -> print(library, diagnosis.source()));
    line(
        "compiler",
        diagnosis
            .compiler()
            .map(Path::toString)
            .orElse("missing, for --engine compiled on a GPU: " + CudaCompiler.ADVICE));
    out.flush();
  }

  /** Says what came of it. */
  void print(Diagnosis diagnosis, TrainingStep step) {
    line("tensorflow", TrainingSession.tensorflowVersion());
    if (step.failure() != null) {
      line("training", "failed: " + step.failure());
    } else {
      line(
          "training",
          String.format(Locale.ROOT, "ran on %s, loss %.4f", step.device(), step.loss()));
      line(
          "devices",
          step.devices().stream()
              .map(device -> device.name().replaceFirst(".*device:", "").toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", ")));
    }
    out.println();
    if (diagnosis.obstacles().isEmpty()) {
      out.println(
          step.failure() == null
              ? "train on a GPU with --device gpu"
              : "no GPU can be used: all that is needed was found, but training failed as said above");
    }
    diagnosis.obstacles().forEach(obstacle -> out.println("no GPU can be used: " + obstacle));
  }

  private void print(Gpu gpu) {
    line(
        "gpu:" + gpu.number(),
        String.format(
            Locale.ROOT,
            "%s, %.1f GiB, compute capability %s",
            gpu.name(),
            gpu.memoryBytes() / GIB,
            gpu.computeCapability()));
  }

  private void print(Diagnosis.SystemLibrary library, CudaLibraries.Source source) {
    String found =
        library.found().map(file -> (file.version() + " " + file.file()).strip()).orElse("");
    String system =
        switch (library.state()) {
          case FOUND -> found;
          case TOO_OLD -> found + ", too old: needed is " + library.library().oldest();
          case MISSING -> "missing";
        };
    String used =
        source == CudaLibraries.Source.BUNDLE ? "of this build; the system's: " + system : system;
    out.printf("  %-38s %s%n", library.library().soname(), used);
  }

  private static String driver(Diagnosis diagnosis) {
    String version = diagnosis.driver().cudaVersion();
    return diagnosis.driver().problem().orElse("runs CUDA up to " + version);
  }

  private static String source(Diagnosis diagnosis) {
    String bundled = diagnosis.bundled().map(version -> " (" + version + ")").orElse("");
    return switch (diagnosis.source()) {
      case SYSTEM -> "the system's libraries are used:";
      case BUNDLE ->
          "the libraries that came with this build are used"
              + bundled
              + ", because the system's are not all there:";
      case NONE -> "libraries that TensorFlow needs for a GPU:";
    };
  }

  private void line(String name, String text) {
    out.printf("%-11s %s%n", name, text);
  }
}
