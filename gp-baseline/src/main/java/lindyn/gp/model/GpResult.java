package lindyn.gp.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lindyn.gp.HyperparameterSearch;

/**
 * What training returns.
 *
 * @param model the model
 * @param searches how the hyper-parameters of each process were found
 * @param points samples that it learned from
 * @param samples samples that it could have learned from
 * @param seconds time of training
 */
public record GpResult(
    GpInverseDynamics model, List<Search> searches, int points, long samples, double seconds) {

  /** Copies the list. */
  public GpResult {
    searches = List.copyOf(searches);
  }

  /**
   * The search for one process.
   *
   * @param joints indices of the joints that the process predicts
   * @param found what it came to
   */
  public record Search(List<Integer> joints, HyperparameterSearch.Found found) {

    /** Copies the list. */
    public Search {
      joints = List.copyOf(joints);
    }
  }

  /** Returns one sentence for each thing that somebody who relies on the model should know. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    List<String> names = model.signals().jointNames();
    for (Search search : searches) {
      String joints = search.joints().stream().map(names::get).collect(Collectors.joining(", "));
      search.found().warnings().forEach(warning -> warnings.add(joints + ": " + warning));
    }
    for (int joint = 0; joint < names.size(); joint++) {
      int constant = joint;
      if (searches.stream().noneMatch(search -> search.joints().contains(constant))) {
        warnings.add(names.get(joint) + ": the torque is constant, and predicted as that constant");
      }
    }
    return List.copyOf(warnings);
  }
}
