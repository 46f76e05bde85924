package lindyn.gp.search;

/** Watches a search. */
@FunctionalInterface
public interface SearchListener {

  /** Hears nothing. */
  SearchListener SILENT = (evaluations, best) -> {};

  /**
   * Called after each evaluation, on the thread that searches.
   *
   * @param evaluations how many there were in this ascent
   * @param best greatest value so far in this ascent; −∞ if the function existed nowhere
   */
  void onEvaluation(int evaluations, double best);
}
