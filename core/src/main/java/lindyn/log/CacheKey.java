package lindyn.log;

import java.util.List;
import lindyn.Derivatives;
import lindyn.log.preparation.DerivativeRule;

/**
 * How the rows of a cache came about, in a stable form.
 *
 * @param rows all but qd and qdd
 * @param rule the rule for qd and qdd
 * @param derivatives what the rule came to with this log
 */
record CacheKey(String rows, String rule, String derivatives) {

  static CacheKey of(LogParser parser, LogFacts facts) {
    DerivativeRule rule = parser.options().preparation().derivatives();
    return new CacheKey(
        rows(parser), rule.toString(), rule.of(facts.hasQd(), facts.hasQdd()).toString());
  }

  private static String rows(LogParser parser) {
    ReadingOptions options = parser.options();
    return "torques %s, period %s, extra inputs %s, %s, %s"
        .formatted(
            parser.torques(),
            options.samplePeriod(),
            quoted(options.extraInputs()),
            options.mapping(),
            options.preparation().times());
  }

  /** So that no name can look like two. */
  private static List<String> quoted(List<String> names) {
    return names.stream().map(name -> name.length() + ":" + name).toList();
  }

  /**
   * Tells whether the rows are those that a parser would give. A log that has qd and qdd gives the
   * same rows in training and to a model that was trained on measured ones.
   */
  boolean isOf(LogParser parser) {
    DerivativeRule parsersRule = parser.options().preparation().derivatives();
    Derivatives agreed = parsersRule.agreed();
    return rows.equals(rows(parser))
        && (rule.equals(parsersRule.toString()) || derivatives.equals(agreed.toString()));
  }
}
