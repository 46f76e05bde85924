package lindyn.gp;

/** Observations tell nothing at the inducing points that doubles can hold. */
public final class NoSparseFitException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  NoSparseFitException(String reason, Object parameters) {
    super(reason + " under " + parameters + "; take fewer inducing points, or other samples");
  }
}
