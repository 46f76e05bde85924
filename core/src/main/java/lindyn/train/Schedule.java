package lindyn.train;

import lindyn.Checks;

/** How the learning rate changes while training goes on; immutable. */
public sealed interface Schedule {

  /** The same rate all the time. */
  Schedule CONSTANT = new Constant();

  /**
   * Returns what the learning rate is multiplied by.
   *
   * @param done epochs that are done, with the fraction of the present one
   * @param planned epochs in all
   */
  double factor(double done, int planned);

  /** The same rate all the time. */
  record Constant() implements Schedule {

    @Override
    public double factor(double done, int planned) {
      return 1;
    }
  }

  /** Half a period of a cosine, from 1 down to 0 (Loshchilov and Hutter 2017, without restarts). */
  record Cosine() implements Schedule {

    @Override
    public double factor(double done, int planned) {
      return (1 + StrictMath.cos(Math.PI * done / planned)) / 2;
    }
  }

  /**
   * Steps down.
   *
   * @param epochs length of a step
   * @param ratio what the rate is multiplied by after each step, above 0 and below 1
   */
  record Step(int epochs, double ratio) implements Schedule {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no step or the rate does not fall
     */
    public Step {
      Checks.positive(epochs, "epochs of a step");
      Checks.positive(ratio, "ratio of a step");
      Checks.inRange(0, 1, ratio, "ratio of a step");
    }

    @Override
    public double factor(double done, int planned) {
      return StrictMath.pow(ratio, Math.floor(done / epochs));
    }
  }
}
