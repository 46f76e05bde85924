package lindyn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lindyn.eval.TorqueErrors;
import lindyn.eval.TorqueErrors.JointError;

/**
 * The result of a test in words, whichever way it went.
 *
 * @param headline the error and how it compares with the baselines
 * @param remarks what a reader must know to judge it
 * @param standing whether the network earns its keep
 */
record Verdict(String headline, List<String> remarks, Standing standing) {

  /** How the network compares with the baselines. */
  enum Standing {
    /** Its error is smaller than that of every baseline. */
    AHEAD,
    /** Some baseline is as good, or its own error is not a number. */
    BEHIND,
    /** There is nothing to compare it with. */
    ALONE
  }

  static Verdict of(TestResults results) {
    TorqueErrors errors = results.network().errors();
    List<String> diverged = jointsWhere(results, j -> !Double.isFinite(j.mse()));
    if (!diverged.isEmpty()) {
      return diverged(results, diverged);
    }
    Measure measure = Double.isNaN(errors.nmse()) ? Measure.RMSE : Measure.NMSE;
    List<Comparison> comparisons =
        results.baselines().stream()
            .map(baseline -> Comparison.of(measure, errors, baseline))
            .filter(comparison -> Double.isFinite(comparison.baseline()))
            .collect(Collectors.toList());
    return new Verdict(
        headline(results, measure, comparisons),
        remarks(results, comparisons),
        standing(comparisons));
  }

  private static Verdict diverged(TestResults results, List<String> joints) {
    String name = results.network().name();
    return new Verdict(
        "The " + name + " predicts torques that are not finite: " + String.join(", ", joints),
        List.of("The " + name + " cannot be used."),
        Standing.BEHIND);
  }

  private static String headline(
      TestResults results, Measure measure, List<Comparison> comparisons) {
    double value = measure.of(results.network().errors());
    String result =
        "Test " + measure.text(value, results.signals().torqueUnit()) + jointsOf(results);
    return comparisons.isEmpty()
        ? result
        : result
            + comparisons.stream()
                .map(Comparison::words)
                .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String jointsOf(TestResults results) {
    int joints = results.signals().joints();
    int constant = jointsWhere(results, j -> Double.isNaN(j.nmse())).size();
    if (joints == 1) {
      return "";
    }
    return constant == 0 || constant == joints
        ? ", mean over " + joints + " joints"
        : ", mean over " + (joints - constant) + " of " + joints + " joints";
  }

  private static Standing standing(List<Comparison> comparisons) {
    if (comparisons.isEmpty()) {
      return Standing.ALONE;
    }
    return comparisons.stream().allMatch(Comparison::isAhead) ? Standing.AHEAD : Standing.BEHIND;
  }

  private static List<String> remarks(TestResults results, List<Comparison> comparisons) {
    String network = results.network().name();
    List<String> remarks = new ArrayList<>();
    comparisons.stream()
        .filter(comparison -> !comparison.isAhead())
        .forEach(c -> remarks.add("The " + network + " does not beat the " + c.name() + "."));
    comparisons.stream()
        .filter(Comparison::isAhead)
        .filter(comparison -> !comparison.lostJoints().isEmpty())
        .forEach(c -> remarks.add(lostJoints(c, results)));
    List<String> constant = jointsWhere(results, j -> Double.isNaN(j.nmse()));
    if (!constant.isEmpty()) {
      remarks.add(
          "nMSE does not exist where the measured torque is constant: "
              + String.join(", ", constant)
              + ".");
    }
    return remarks;
  }

  private static String lostJoints(Comparison comparison, TestResults results) {
    String joints =
        comparison.lostJoints().stream()
            .map(results.signals().jointNames()::get)
            .collect(Collectors.joining(", "));
    return String.format(
        "The %s is better on %d of %d joints: %s.",
        comparison.name(), comparison.lostJoints().size(), results.signals().joints(), joints);
  }

  private static List<String> jointsWhere(TestResults results, Predicate<JointError> condition) {
    List<JointError> errors = results.network().errors().perJoint();
    return IntStream.range(0, errors.size())
        .filter(i -> condition.test(errors.get(i)))
        .mapToObj(results.signals().jointNames()::get)
        .collect(Collectors.toList());
  }
}
