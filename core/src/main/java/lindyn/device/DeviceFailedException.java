package lindyn.device;

/** Thrown when TensorFlow fails on a device that is not this process's processor. */
public final class DeviceFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Takes what happened and what to do.
   *
   * @param cause what TensorFlow says
   */
  public DeviceFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
