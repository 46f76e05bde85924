package lindyn.bench.lesson;

import java.util.List;
import lindyn.Trajectory;
import lindyn.data.DrawnSamples;
import lindyn.data.LogData;

/**
 * What all models of a comparison learn from: n samples, drawn at random from training
 * trajectories. Nothing else is learned from, neither by a model nor by its scaling, but for the
 * inputs of the time steps that a window reaches back to.
 *
 * @param log where they come from
 * @param drawn the samples
 */
public record Lesson(LogData log, DrawnSamples drawn) {

  /** Returns each sample as a trajectory of its own. */
  List<Trajectory> samples() {
    return drawn.windows(1);
  }

  /** Returns the same samples of rows that were dealt anew; windows reach back to others. */
  public Lesson permuted(PermutedRows rows) {
    return new Lesson(log, rows.find(drawn));
  }
}
