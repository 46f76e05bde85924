package lindyn.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * Reads bodies into memory, up to a bound.
 *
 * @param mostBytes size of the greatest body
 */
record RequestBody(int mostBytes) {

  /**
   * Returns a request's body; empty if it has none.
   *
   * @throws RefusedRequestException if it is too large or cut off
   */
  byte[] read(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Content-Length");
    if (header != null && length(header) > mostBytes) {
      throw tooLarge();
    }
    byte[] body = bytes(exchange);
    if (body.length > mostBytes) {
      throw tooLarge();
    }
    return body;
  }

  private byte[] bytes(HttpExchange exchange) {
    try {
      return exchange.getRequestBody().readNBytes(mostBytes + 1);
    } catch (IOException e) {
      throw RefusedRequestException.badRequest("the body could not be read: " + e.getMessage());
    }
  }

  private static long length(String header) {
    try {
      return Long.parseLong(header.strip());
    } catch (NumberFormatException e) {
      throw RefusedRequestException.badRequest("Content-Length is not a number");
    }
  }

  private RefusedRequestException tooLarge() {
    return RefusedRequestException.tooLarge(
        "the body has more than "
            + mostBytes
            + " bytes; send fewer motions at a time, or serve with a greater --most-bytes");
  }
}
