package lindyn.cli;

import java.io.PrintWriter;
import java.util.Locale;
import lindyn.gp.model.GpListener;

/** Says how far the search for hyper-parameters is, on stderr, now and then. */
final class GpProgress implements GpListener {

  private static final double SECONDS_BETWEEN_LINES = 5;

  private final PrintWriter err;
  private final long begin = System.nanoTime();
  private double nextLine = SECONDS_BETWEEN_LINES;

  GpProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void onEvaluation(int process, int processes, int evaluations, double logLikelihood) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (seconds < nextLine) {
      return;
    }
    nextLine = seconds + SECONDS_BETWEEN_LINES;
    String left =
        process > 1 ? ", about " + TimeLeft.text(seconds, process - 1L, processes) + " left" : "";
    err.printf(
        Locale.ROOT,
        "process %d of %d: %d evaluations, log marginal likelihood %.4g%s%n",
        process,
        processes,
        evaluations,
        logLikelihood,
        left);
    err.flush();
  }
}
