package lindyn.report;

import java.util.List;
import lindyn.Signals;

/**
 * Models side by side.
 *
 * @param title name of the comparison
 * @param facts data, split, settings and the like, in this order
 * @param signals the robot's joints and the unit of their torques
 * @param models the models, in the order of the table
 */
public record ModelComparison(
    String title, List<Fact> facts, Signals signals, List<ComparedModel> models) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no model
   */
  public ModelComparison {
    facts = List.copyOf(facts);
    models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a comparison needs at least one model");
    }
  }
}
