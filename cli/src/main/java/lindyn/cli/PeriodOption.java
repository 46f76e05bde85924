package lindyn.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The sampling period of logs that do not hold it. */
final class PeriodOption {

  @Option(
      names = "--sample-period",
      paramLabel = "SECONDS",
      description = "Time between two rows, for logs without a column t.")
  private @Nullable Double samplePeriod;

  OptionalDouble seconds() {
    return samplePeriod == null ? OptionalDouble.empty() : OptionalDouble.of(samplePeriod);
  }
}
