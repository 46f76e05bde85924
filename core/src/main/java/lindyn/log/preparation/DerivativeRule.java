package lindyn.log.preparation;

import lindyn.Derivatives;
import lindyn.Differentiation;

/** Decides which velocities and accelerations are read and which are derived. */
public sealed interface DerivativeRule {

  /** Returns how qd and qdd come about from a log that has them or not. */
  Derivatives of(boolean hasQd, boolean hasQdd);

  /** Returns what is read or derived by this rule alike, if a log's rows came about so. */
  Derivatives agreed();

  /**
   * For training: what a log has is read, what it lacks is derived.
   *
   * @param by how
   */
  record WhereMissing(Differentiation by) implements DerivativeRule {

    @Override
    public Derivatives of(boolean hasQd, boolean hasQdd) {
      return Derivatives.of(hasQd, hasQdd, by);
    }

    @Override
    public Derivatives agreed() {
      return Derivatives.MEASURED;
    }
  }

  /**
   * For a trained model: as in its training data, even if a log has what is to be derived.
   *
   * @param derivatives how the training data's came about; what was measured must be in the logs
   */
  record AsTrained(Derivatives derivatives) implements DerivativeRule {

    @Override
    public Derivatives of(boolean hasQd, boolean hasQdd) {
      return derivatives;
    }

    @Override
    public Derivatives agreed() {
      return derivatives;
    }
  }
}
