package lindyn.gp.search;

/** Watches a search. */
@FunctionalInterface
public interface SearchListener {

  /** Hears nothing. */
  SearchListener SILENT = (evaluations, best) -> {};

  /**
   * Called after each evaluation, on the thread that searches.
   *
   * @param evaluations how many there were
   * @param best greatest value so far; −∞ if the function existed nowhere
   */
  void onEvaluation(int evaluations, double best);

  /** Returns a listener that tells this one of a search that follows on another. */
  default SearchListener after(int earlierEvaluations) {
    return (evaluations, best) -> onEvaluation(earlierEvaluations + evaluations, best);
  }
}
