package lindyn.gp.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lindyn.gp.HyperparameterSearch;

/**
 * What training returns.
 *
 * @param model the model; its configuration tells how many samples it learned from
 * @param searches how the hyper-parameters of each process were found
 * @param samples samples that it could have learned from
 * @param seconds time of training
 */
public record GpResult(
    GpInverseDynamics model, List<Search> searches, long samples, double seconds) {

  /** A process to which more of the torque's variance is noise has learned next to nothing. */
  private static final double MOSTLY_NOISE = 0.9;

  /** Sparse processes always have so much, in parts of the signal variance. */
  private static final double USUAL_JITTER = 1.01e-10;

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

  /** Returns the samples that the model learned from. */
  public int points() {
    return model.config().approximation().points();
  }

  /** Returns one sentence for each thing that somebody who relies on the model should know. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Search search : searches) {
      String joints = GpText.joints(model.signals(), search.joints());
      search.found().warnings().forEach(warning -> warnings.add(joints + ": " + warning));
    }
    List<String> names = model.signals().jointNames();
    for (int joint = 0; joint < names.size(); joint++) {
      int constant = joint;
      if (searches.stream().noneMatch(search -> search.joints().contains(constant))) {
        warnings.add(
            names.get(joint)
                + ": the torque is constant, and predicted as that constant, with deviation 0");
      }
    }
    for (JointProcess process : model.processes()) {
      warnings.addAll(mostlyNoise(process));
      warnings.addAll(jitter(process));
    }
    return List.copyOf(warnings);
  }

  private List<String> jitter(JointProcess process) {
    double share =
        process.process().jitter() / process.process().hyperparameters().kernel().signalVariance();
    return share > USUAL_JITTER
        ? List.of(
            String.format(
                Locale.ROOT,
                "%s: points nearly repeat each other, so %.0e of the signal variance was added to the"
                    + " covariance's diagonal",
                GpText.joints(model.signals(), process.joints()),
                share))
        : List.of();
  }

  /** Targets have the variance 1. */
  private List<String> mostlyNoise(JointProcess process) {
    List<String> warnings = new ArrayList<>();
    for (int output = 0; output < process.joints().size(); output++) {
      double noise =
          process.scales().get(output) * process.process().hyperparameters().noiseVariance();
      if (noise > MOSTLY_NOISE) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s: next to nothing was learned, %.0f %% of the torque's variance is noise to the"
                    + " process",
                model.signals().jointNames().get(process.joints().get(output)),
                100 * Math.min(noise, 1)));
      }
    }
    return warnings;
  }
}
