package lindyn.sweep;

import java.util.List;
import lindyn.Checks;

/**
 * How far candidates are trained before the best of them are chosen to go on (successive halving,
 * Jamieson and Talwalkar 2016).
 *
 * @param count number of rungs; at the end of the last one training is finished
 * @param ratio η: of the candidates of a rung one in so many goes on, to so many times the epochs
 */
public record Rungs(int count, int ratio) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no rung, or nobody is stopped
   */
  public Rungs {
    Checks.positive(count, "rungs");
    Checks.atLeast(2, ratio, "ratio of rungs");
  }

  /** Trains everybody to the end. */
  public static Rungs single() {
    return new Rungs(1, 2);
  }

  /**
   * Returns as many rungs as there can be if everybody has an epoch at the first one, and two are
   * left at the last one.
   */
  public static Rungs of(List<Candidate> candidates, int ratio) {
    int shortest = candidates.stream().mapToInt(Candidate::epochs).min().orElse(1);
    int count = 1;
    int left = candidates.size();
    while (shortest >= ratio && survivors(left, ratio) >= 2) {
      shortest /= ratio;
      left = survivors(left, ratio);
      count++;
    }
    return new Rungs(count, ratio);
  }

  /** Returns after how many epochs a candidate is at the end of a rung, counted from 1. */
  public int epochs(Candidate candidate, int rung) {
    return (int) Math.max(1, Math.round(candidate.epochs() * share(rung)));
  }

  /** Returns the part of its epochs that a candidate has done at the end of a rung. */
  public double share(int rung) {
    return StrictMath.pow(ratio, rung - count);
  }

  /** Returns how many of the candidates of a rung go on, unless it is the last one. */
  public int survivors(int candidates) {
    return survivors(candidates, ratio);
  }

  private static int survivors(int candidates, int ratio) {
    return (candidates + ratio - 1) / ratio;
  }
}
