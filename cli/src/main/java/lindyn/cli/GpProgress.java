package lindyn.cli;

import java.io.PrintWriter;
import java.util.Locale;
import lindyn.gp.SearchProgress;
import lindyn.gp.model.Approximation;
import lindyn.gp.model.GpListener;

/** Says how far the search for hyper-parameters is, on stderr, now and then. */
final class GpProgress implements GpListener {

  private static final double SECONDS_BETWEEN_LINES = 5;

  /** An ascent that goes on from where another one ended takes about so many evaluations. */
  private static final int EVALUATIONS = 10;

  private final double power;
  private final PrintWriter err;
  private double lastEvaluation = now();
  private double lastLine = lastEvaluation;
  private int stagePoints;
  private int stageBegin;

  /**
   * Reports on the search for a process.
   *
   * @param approximation tells how the time of an evaluation grows with the points
   */
  GpProgress(Approximation approximation, PrintWriter err) {
    power = approximation instanceof Approximation.Sparse ? 1 : 3;
    this.err = err;
  }

  private static double now() {
    return System.nanoTime() / 1e9;
  }

  @Override
  public void onEvaluation(int process, int processes, SearchProgress progress) {
    double evaluationSeconds = now() - lastEvaluation;
    lastEvaluation = now();
    if (progress.points() != stagePoints) {
      stagePoints = progress.points();
      stageBegin = progress.evaluations();
    }
    if (now() - lastLine < SECONDS_BETWEEN_LINES) {
      return;
    }
    lastLine = now();
    err.printf(
        Locale.ROOT,
        "process %d of %d: %d evaluations, now with %,d of %,d samples, log likelihood"
            + " %.4g, about %s left%n",
        process,
        processes,
        progress.evaluations(),
        progress.points(),
        progress.allPoints(),
        progress.best(),
        TimeLeft.text(evaluationSeconds * evaluationsLeft(process, processes, progress)));
    err.flush();
  }

  /** Returns how many evaluations at this stage take as long as what is left. */
  private double evaluationsLeft(int process, int processes, SearchProgress progress) {
    double laterStages = 0;
    for (double points = 2.0 * stagePoints; points <= progress.allPoints(); points *= 2) {
      laterStages += EVALUATIONS * Math.pow(points / stagePoints, power);
    }
    double stage = Math.max(1, EVALUATIONS - (progress.evaluations() - stageBegin));
    double otherProcesses =
        (processes - process)
            * EVALUATIONS
            * Math.pow((double) progress.allPoints() / stagePoints, power);
    return stage + laterStages + otherProcesses;
  }
}
