package lindyn.log.preparation;

import java.util.OptionalDouble;
import lindyn.Checks;

/**
 * What is done with a trajectory that is sampled irregularly: some interval between two samples
 * differs by more than {@link #TOLERANCE} from the median of the trajectory's first thousand
 * intervals.
 */
public sealed interface IrregularTimes {

  /** Intervals that differ from the median by no more than this part of it are even. */
  double TOLERANCE = 0.25;

  /** The rows stay as they are. Where something must be derived, irregular times are refused. */
  record Keep() implements IrregularTimes {}

  /** The log is refused. */
  record Refuse() implements IrregularTimes {}

  /**
   * Every trajectory gets even times from its first sample on, up to its last one: q, qd and qdd by
   * cubic splines (Akima 1970; straight lines through fewer than five samples), the rest by
   * straight lines. Samples that lie on the new times stay as they are. There is no filter against
   * aliasing, should the new period be longer.
   *
   * @param period the new sampling period, in s; empty for each trajectory's median
   * @param maxGap the longest gap between two samples that is filled, in new periods; a trajectory
   *     with a longer one is refused
   */
  record Resample(OptionalDouble period, double maxGap) implements IrregularTimes {

    /** To the median period, over gaps of up to ten periods. */
    public static final Resample DEFAULT = new Resample(OptionalDouble.empty(), 10);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the period is not positive, or the gap below one period
     */
    public Resample {
      period.ifPresent(seconds -> Checks.positive(seconds, "period"));
      Checks.inRange(1, Double.MAX_VALUE, maxGap, "maxGap");
    }

    /** Returns the same to another period, in s. */
    public Resample withPeriod(double newPeriod) {
      return new Resample(OptionalDouble.of(newPeriod), maxGap);
    }
  }
}
