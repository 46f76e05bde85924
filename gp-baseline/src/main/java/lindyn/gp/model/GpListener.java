package lindyn.gp.model;

/** Watches the search for hyper-parameters; it sees numbers, never the search. */
@FunctionalInterface
public interface GpListener {

  /** Hears nothing. */
  GpListener SILENT = (process, processes, evaluations, logLikelihood) -> {};

  /**
   * Called after each evaluation of the likelihood, on the training thread.
   *
   * @param process which process is searched for, from 1
   * @param processes how many there are
   * @param evaluations how many evaluations were made for this process
   * @param logLikelihood the greatest log marginal likelihood so far
   */
  void onEvaluation(int process, int processes, int evaluations, double logLikelihood);
}
