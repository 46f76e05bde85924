package lindyn.cli;

import lindyn.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of a command's work is done at the same time. */
final class ParallelOption {

  private static final int MOST = 1024;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Parts of the work that are done at the same time, but for those whose time is measured"
              + " (default: as many as there are processors).")
  private @Nullable Integer threads;

  /** Returns the number of threads. */
  int threads() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1 || count > MOST) {
      throw new InputException("--threads must be from 1 to " + MOST + ", got " + count);
    }
    return count;
  }
}
