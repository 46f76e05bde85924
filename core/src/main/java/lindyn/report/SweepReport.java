package lindyn.report;

import java.util.List;
import java.util.Optional;
import lindyn.sweep.Rungs;
import lindyn.sweep.SuccessiveHalving;
import lindyn.sweep.Trial;

/**
 * A search for settings and what it found.
 *
 * @param title name of the sweep
 * @param facts data, split, space and the like, in this order
 * @param rungs how far candidates were trained
 * @param trials every candidate at every rung that it came to
 * @param next the command that trains with the best settings, and tests
 */
public record SweepReport(
    String title, List<Fact> facts, Rungs rungs, List<Trial> trials, String next) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no trial
   */
  public SweepReport {
    facts = List.copyOf(facts);
    trials = List.copyOf(trials);
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("a sweep needs at least one trial");
    }
  }

  List<Trial> ranking() {
    return SuccessiveHalving.ranking(trials);
  }

  Optional<Trial> best() {
    return SuccessiveHalving.best(trials);
  }

  List<Trial> atRung(int rung) {
    return trials.stream().filter(trial -> trial.rung() == rung).toList();
  }
}
