package lindyn.cli;

import java.nio.file.Path;
import lindyn.InputException;
import lindyn.data.LogData;
import lindyn.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which trajectories a model learns from and which it is tested on. */
final class SplitOptions {

  @Option(
      names = "--split",
      paramLabel = "FILE",
      description =
          "JSON file with the ids of the trajectories: {\"train\": [...], \"val\": [...],"
              + " \"test\": [...]}. Without it trajectories are dealt at random, by the seed.")
  private @Nullable Path file;

  @Option(
      names = "--validation-fraction",
      defaultValue = "0.15",
      paramLabel = "FRACTION",
      description = "Part of the samples for validation (default: ${DEFAULT-VALUE}).")
  private double validationFraction;

  @Option(
      names = "--test-fraction",
      defaultValue = "0.15",
      paramLabel = "FRACTION",
      description = "Part of the samples for testing (default: ${DEFAULT-VALUE}).")
  private double testFraction;

  Split of(LogData log, long seed) {
    if (file != null) {
      return Split.ofFile(log.trajectories(), file);
    }
    try {
      return Split.random(log.trajectories(), validationFraction, testFraction, seed);
    } catch (IllegalArgumentException e) {
      throw new InputException("--validation-fraction and --test-fraction: " + e.getMessage(), e);
    }
  }

  /** Returns how the split came about, for the record of the run. */
  String description() {
    return file != null
        ? "by " + LogOptions.name(file)
        : "at random, " + validationFraction + " validation, " + testFraction + " test";
  }
}
