package lindyn.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Engine;
import lindyn.train.EpochReport;
import lindyn.train.FilteredJoint;

/** Made-up candidates, which need no compilation, and courses. */
public final class Candidates {

  private static final LstmConfig NETWORK =
      LstmConfig.RECOMMENDED.withHiddenUnits(4).withHistory(new History.Stream(12, 4));

  private Candidates() {}

  /** Returns a candidate that learns at a rate. */
  public static Candidate of(int number, double learningRate, int epochs) {
    return new Candidate(
        number,
        List.of(new Setting("learning-rate", Double.toString(learningRate))),
        NETWORK,
        FilteredJoint.config(epochs).withLearningRate(learningRate).withEngine(Engine.BLOCK));
  }

  /** Returns candidates 1 to count. */
  static List<Candidate> list(int count, int epochs) {
    List<Candidate> candidates = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      candidates.add(of(number, 0.1 * number, epochs));
    }
    return candidates;
  }

  /** Returns a course whose error falls from epoch to epoch to a last one. */
  public static Course course(int done, int planned, double lastError) {
    List<EpochReport> epochs = new ArrayList<>();
    for (int epoch = 1; epoch <= done; epoch++) {
      double error = lastError * (1 + done - epoch);
      epochs.add(new EpochReport(epoch, planned, error, error, true, 100L * epoch, epoch));
    }
    return new Course(epochs);
  }

  /** Returns the course of a candidate that diverged after some epochs. */
  public static Course diverged(int done, int planned) {
    return new Course(course(done, planned, 1).epochs(), Optional.of("the loss became NaN"));
  }
}
