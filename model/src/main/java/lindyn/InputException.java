package lindyn;

/**
 * Input from outside that cannot be used: a log, a split file, a model folder, an option.
 *
 * <p>The message is one line for the person who gave the input: file, line or column, what was
 * found, what was expected, and what to do.
 */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes the line for the user. */
  public InputException(String message) {
    super(message);
  }

  /** Takes the line for the user and the cause. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
