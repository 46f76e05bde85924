package lindyn.serve;

/** A request that is answered with an error of its sender. */
final class RefusedRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;

  private RefusedRequestException(int status, String message) {
    super(message, null, false, false); // an answer, not a defect: no stack trace
    this.status = status;
    error = message;
  }

  /** A body that cannot be understood. */
  static RefusedRequestException badRequest(String message) {
    return new RefusedRequestException(400, message);
  }

  /** A page of a browser. */
  static RefusedRequestException forbidden(String message) {
    return new RefusedRequestException(403, message);
  }

  /** A path or a robot that does not exist. */
  static RefusedRequestException notFound(String message) {
    return new RefusedRequestException(404, message);
  }

  /** A path that exists with another method. */
  static RefusedRequestException wrongMethod(String message) {
    return new RefusedRequestException(405, message);
  }

  /** One robot too many. */
  static RefusedRequestException conflict(String message) {
    return new RefusedRequestException(409, message);
  }

  /** A body beyond the bound. */
  static RefusedRequestException tooLarge(String message) {
    return new RefusedRequestException(413, message);
  }

  /** Returns the HTTP status. */
  int status() {
    return status;
  }

  /** Returns what the sender is told. */
  String error() {
    return error;
  }
}
