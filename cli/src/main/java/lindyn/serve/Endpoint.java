package lindyn.serve;

import java.io.IOException;

/** What one path of a server does; any number of threads may call it. */
sealed interface Endpoint permits HealthEndpoint, PredictEndpoint, StepEndpoint {

  /** Returns the one HTTP method that it has. */
  String method();

  /**
   * Answers a request.
   *
   * @param body empty if there is none
   * @return a JSON object in UTF-8
   * @throws RefusedRequestException if the body is not as expected
   * @throws IOException if the body is not JSON
   */
  byte[] answer(byte[] body) throws IOException;
}
