package lindyn;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the velocities and accelerations that a model reads came about.
 *
 * @param qd origin of the velocities: measured, or derived from q
 * @param qdd origin of the accelerations: measured, or derived from qd, whose origin qd says
 */
public record Derivatives(DerivativeOrigin qd, DerivativeOrigin qdd) {

  /** A log that has them all. */
  public static final Derivatives MEASURED =
      new Derivatives(new DerivativeOrigin.Measured(), new DerivativeOrigin.Measured());

  /**
   * Checks that one filter did it all.
   *
   * @throws IllegalArgumentException if both are derived, by different filters
   */
  public Derivatives {
    if (isDerived(qd) && isDerived(qdd) && !qd.equals(qdd)) {
      throw new IllegalArgumentException(
          "qd and qdd must be derived by one filter, got " + qd + " and " + qdd);
    }
  }

  /** Returns what a log gives that has some of them, the rest derived. */
  public static Derivatives of(
      boolean measuredQd, boolean measuredQdd, Differentiation differentiation) {
    return new Derivatives(
        measuredQd ? MEASURED.qd : differentiation, measuredQdd ? MEASURED.qdd : differentiation);
  }

  /** Tells whether the velocities are derived from the positions. */
  public boolean derivesQd() {
    return isDerived(qd);
  }

  /** Tells whether the accelerations are derived from the velocities. */
  public boolean derivesQdd() {
    return isDerived(qdd);
  }

  /** Returns the filter that derives qd, qdd or both; nothing if both are measured. */
  public Optional<Differentiation> differentiation() {
    return Stream.of(qd, qdd)
        .filter(Differentiation.class::isInstance)
        .map(Differentiation.class::cast)
        .findFirst();
  }

  private static boolean isDerived(DerivativeOrigin origin) {
    return origin instanceof Differentiation;
  }

  /** Says it in one line, for people. */
  public String description() {
    if (derivesQd() && derivesQdd()) {
      return "qd and qdd derived from q: " + qd.description();
    }
    if (derivesQd()) {
      return "qd derived from q: " + qd.description() + "; qdd measured";
    }
    if (derivesQdd()) {
      return "qd measured; qdd derived from qd: " + qdd.description();
    }
    return "qd and qdd measured";
  }
}
