package lindyn.report;

import java.util.List;
import lindyn.train.EpochReport;

/**
 * What there is to say about a training run.
 *
 * @param title name of the run
 * @param facts data, split, configuration, device, training time and the like, in this order
 * @param epochs the reports of training; empty if a model was only evaluated
 * @param results errors and torques on the test trajectories
 */
public record RunReport(
    String title, List<Fact> facts, List<EpochReport> epochs, TestResults results) {

  /** Copies the lists. */
  public RunReport {
    facts = List.copyOf(facts);
    epochs = List.copyOf(epochs);
  }
}
