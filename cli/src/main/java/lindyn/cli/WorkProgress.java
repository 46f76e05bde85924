package lindyn.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far some work is, on stderr: a bar on a terminal, elsewhere a line now and then. Work
 * of a few seconds stays silent.
 */
final class WorkProgress implements AutoCloseable {

  private static final double SECONDS_BETWEEN_LINES = 10;
  private static final double SILENT_SECONDS = 2;

  private final PrintWriter err;
  private final String task;
  private final long start = System.nanoTime();
  private double nextLine = SECONDS_BETWEEN_LINES;
  private @Nullable ProgressBar bar;

  /** Starts the clock of a task. */
  WorkProgress(PrintWriter err, String task) {
    this.err = err;
    this.task = task;
  }

  /** Returns how long the work has been going on, in s. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Shows that so many pieces of all are done. */
  void update(long done, long all) {
    double seconds = seconds();
    if (Terminal.isThere() && seconds > SILENT_SECONDS) {
      bar(all).stepTo(done);
    } else if (!Terminal.isThere() && seconds > nextLine) {
      nextLine = seconds + SECONDS_BETWEEN_LINES;
      err.printf(
          Locale.ROOT,
          "%s: %.0f %%, about %s left%n",
          task,
          100.0 * done / all,
          TimeLeft.text(seconds, done, all));
      err.flush();
    }
  }

  private ProgressBar bar(long all) {
    if (bar == null) {
      bar = Terminal.bar(task, all);
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
