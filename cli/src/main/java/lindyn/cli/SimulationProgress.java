package lindyn.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a simulation is, on stderr: a bar on a terminal, elsewhere a line now and then.
 * Simulations of a few seconds stay silent.
 */
final class SimulationProgress implements IntConsumer, AutoCloseable {

  private static final double SECONDS_BETWEEN_LINES = 10;
  private static final double SILENT_SECONDS = 2;

  private final PrintWriter err;
  private final int trials;
  private final long start = System.nanoTime();
  private double nextLine = SECONDS_BETWEEN_LINES;
  private @Nullable ProgressBar bar;

  SimulationProgress(PrintWriter err, int trials) {
    this.err = err;
    this.trials = trials;
  }

  /** Returns how long the simulation has been running, in s. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void accept(int done) {
    double seconds = seconds();
    if (Terminal.isThere() && seconds > SILENT_SECONDS) {
      bar().stepTo(done);
    } else if (!Terminal.isThere() && seconds > nextLine) {
      nextLine = seconds + SECONDS_BETWEEN_LINES;
      err.printf(
          Locale.ROOT,
          "trial %,d of %,d, about %s left%n",
          done,
          trials,
          TimeLeft.text(seconds, done, trials));
      err.flush();
    }
  }

  private ProgressBar bar() {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("simulating")
              .setInitialMax(trials)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(Terminal.stream()))
              .build();
    }
    return bar;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
