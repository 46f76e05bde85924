package lindyn.gp.algebra;

/** A matrix has no Cholesky factor, or rounding has taken it. */
public final class NotPositiveDefiniteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int pivot;

  NotPositiveDefiniteException(int pivot) {
    super("matrix is not positive definite: pivot " + pivot + " is not positive");
    this.pivot = pivot;
  }

  /** Returns the index of the first row whose pivot is not positive, or not a number. */
  public int pivot() {
    return pivot;
  }
}
