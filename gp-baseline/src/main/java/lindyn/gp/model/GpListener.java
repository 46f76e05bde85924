package lindyn.gp.model;

import lindyn.gp.SearchProgress;

/** Watches the search for hyper-parameters; it sees numbers, never the search. */
@FunctionalInterface
public interface GpListener {

  /** Hears nothing. */
  GpListener SILENT = (process, processes, progress) -> {};

  /**
   * Called after each evaluation of the likelihood, on the training thread.
   *
   * @param process which process is searched for, from 1
   * @param processes how many there are
   * @param progress how far its search is
   */
  void onEvaluation(int process, int processes, SearchProgress progress);
}
