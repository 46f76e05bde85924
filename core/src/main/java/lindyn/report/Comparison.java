package lindyn.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lindyn.eval.TorqueErrors;

/**
 * The network's error against that of one baseline.
 *
 * @param name the baseline
 * @param network the network's error
 * @param baseline the baseline's error, in the same measure
 * @param lostJoints indices of the joints on which the baseline is better
 */
record Comparison(String name, double network, double baseline, List<Integer> lostJoints) {

  static Comparison of(Measure measure, TorqueErrors network, ModelErrors baseline) {
    TorqueErrors other = baseline.errors();
    List<Integer> lost =
        IntStream.range(0, network.perJoint().size())
            .filter(
                i -> measure.of(other.perJoint().get(i)) < measure.of(network.perJoint().get(i)))
            .boxed()
            .collect(Collectors.toList());
    return new Comparison(baseline.name(), measure.of(network), measure.of(other), lost);
  }

  boolean isAhead() {
    return network < baseline;
  }

  /** Returns how far the network is below or above the baseline. */
  String words() {
    if (network == baseline) {
      return "equal to the " + name;
    }
    if (network >= 2 * baseline) {
      return baseline == 0
          ? "above the " + name + ", which has no error"
          : factor(network / baseline) + " times the " + name;
    }
    double percent = 100 * Math.abs(network / baseline - 1);
    return percent(percent) + (isAhead() ? " below the " : " above the ") + name;
  }

  private static String factor(double factor) {
    return factor < 10 ? Numbers.fixed(factor, 1) : Numbers.significant(factor);
  }

  private static String percent(double percent) {
    if (percent < 1) {
      return "less than 1 %";
    }
    return percent > 99 ? "more than 99 %" : Math.round(percent) + " %";
  }
}
