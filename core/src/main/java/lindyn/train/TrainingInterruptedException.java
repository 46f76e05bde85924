package lindyn.train;

/** Training was asked to stop before its end; its state is saved. */
public final class TrainingInterruptedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes the line for the user. */
  public TrainingInterruptedException(String message) {
    super(message);
  }

  /** Takes the line for the user and the cause. */
  public TrainingInterruptedException(String message, TrainingInterruptedException cause) {
    super(message, cause);
  }
}
