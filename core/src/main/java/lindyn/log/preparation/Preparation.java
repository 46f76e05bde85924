package lindyn.log.preparation;

import lindyn.Derivatives;
import lindyn.Differentiation;

/**
 * What is done to the rows of a log before they are used.
 *
 * @param derivatives where qd and qdd come from
 * @param times what is done with irregular times
 */
public record Preparation(DerivativeRule derivatives, IrregularTimes times) {

  /** Derives by {@link Differentiation#DEFAULT} what a log lacks, and keeps its times. */
  public static final Preparation DEFAULT =
      new Preparation(
          new DerivativeRule.WhereMissing(Differentiation.DEFAULT), new IrregularTimes.Keep());

  /** Returns this with another way to derive what a log lacks. */
  public Preparation withDifferentiation(Differentiation by) {
    return new Preparation(new DerivativeRule.WhereMissing(by), times);
  }

  /** Returns this for a model that was trained on such qd and qdd. */
  public Preparation asTrained(Derivatives trained) {
    return new Preparation(new DerivativeRule.AsTrained(trained), times);
  }

  /** Returns this with another choice for irregular times. */
  public Preparation withTimes(IrregularTimes newTimes) {
    return new Preparation(derivatives, newTimes);
  }
}
