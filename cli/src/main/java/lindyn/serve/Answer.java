package lindyn.serve;

import java.io.IOException;

/** An answer, ready to be sent. */
final class Answer {

  private static final int OK = 200;

  private final int status;
  private final byte[] json;

  private Answer(int status, byte[] json) {
    this.status = status;
    this.json = json;
  }

  /** Returns the answer to a request that was understood. */
  static Answer ok(byte[] json) {
    return new Answer(OK, json);
  }

  /** Returns the answer to any other. */
  static Answer error(int status, String message) throws IOException {
    return new Answer(status, JsonText.object(json -> json.writeStringField("error", message)));
  }

  /** Returns the HTTP status. */
  int status() {
    return status;
  }

  /** Returns a JSON object in UTF-8. */
  byte[] json() {
    return json;
  }
}
