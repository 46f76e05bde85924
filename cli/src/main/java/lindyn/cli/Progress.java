package lindyn.cli;

import java.io.PrintWriter;
import lindyn.train.TrainingListener;
import me.tongfei.progressbar.ProgressBar;

/**
 * Shows loss, speed and time left on stderr: a bar on a terminal, a line now and then where output
 * is kept.
 */
final class Progress implements TrainingListener, AutoCloseable {

  private static final int LINES = 10;

  private final PrintWriter err;
  private final ProgressBar bar;
  private final boolean isTerminal;

  private Progress(PrintWriter err, ProgressBar bar, boolean isTerminal) {
    this.err = err;
    this.bar = bar;
    this.isTerminal = isTerminal;
  }
}
