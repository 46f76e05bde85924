package lindyn.sweep;

import java.util.List;
import lindyn.train.EpochReport;
import lindyn.train.TrainingListener;
import lindyn.train.TrainingStart;

/** Watches a sweep. Called by several threads, so it must be safe for them. */
public interface SweepListener {

  /** Called whenever a training starts or goes on. */
  void onStart(TrainingStart start);

  /** Called after each epoch of a candidate. */
  void onEpoch(Candidate candidate, EpochReport report);

  /** Called with all trials so far when there is a new one; one thread at a time. */
  void onTrials(List<Trial> trials);

  /** Called with all trials so far when it is decided who goes on from a rung. */
  void onRung(int rung, List<Trial> trials);

  /** Called with a line for the user. */
  void onWarning(String warning);

  /** Returns the listener of one candidate's training. */
  default TrainingListener of(Candidate candidate) {
    SweepListener all = this;
    return new TrainingListener() {
      @Override
      public void onStart(TrainingStart start) {
        all.onStart(start);
      }

      @Override
      public void onEpoch(EpochReport report) {
        all.onEpoch(candidate, report);
      }
    };
  }
}
