package lindyn.sweep;

/** Trains candidates; several threads may ask at once, for different candidates. */
@FunctionalInterface
public interface CandidateTrainer {

  /**
   * Trains a candidate until so many of its epochs are done in all, from where it was left.
   *
   * @return its course up to there, shorter if it ended earlier
   * @throws lindyn.train.TrainingInterruptedException if the sweep is to end
   */
  Course train(Candidate candidate, int epochs);
}
