package lindyn.bench;

import java.util.Arrays;
import java.util.Locale;
import lindyn.lstm.graph.TrainingSession;

/**
 * What a peer says after its training, in one line of tab-separated fields.
 *
 * @param name library and version
 * @param timeStepsPerSecond over the updates after the warm-up
 * @param losses how well it learnt
 */
record PeerRun(String name, double timeStepsPerSecond, PeerLosses losses) {

  /** Trains Lindyn. */
  static PeerRun ofLindyn(PeerProblem problem, int threads) {
    try (TrainingSession session = problem.session(threads)) {
      PeerJob job = problem.job();
      for (int update = 0; update < job.warmUp(); update++) {
        session.update(problem.batch(update));
      }
      long begin = System.nanoTime();
      double warmUpLoss = mean(session.update(problem.batch(job.warmUp())));
      for (int update = job.warmUp() + 1; update < job.updates(); update++) {
        session.update(problem.batch(update));
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      double loss = mean(session.update(problem.batch(job.updates())));
      return new PeerRun(
          "Lindyn, TensorFlow " + TrainingSession.tensorflowVersion(),
          job.timedSteps() / seconds,
          new PeerLosses(warmUpLoss, loss));
    }
  }

  private static double mean(float[] losses) {
    double sum = 0;
    for (float loss : losses) {
      sum += loss;
    }
    return sum / losses.length;
  }

  /**
   * Reads a peer's line.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static PeerRun ofLine(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 4) {
      throw new IllegalArgumentException(
          "expected name, time steps per second and two losses, got " + Arrays.toString(fields));
    }
    return new PeerRun(
        fields[0],
        Double.parseDouble(fields[1]),
        new PeerLosses(Double.parseDouble(fields[2]), Double.parseDouble(fields[3])));
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%s\t%.0f\t%.9g\t%.9g",
        name,
        timeStepsPerSecond,
        losses.warmUp(),
        losses.last());
  }
}
