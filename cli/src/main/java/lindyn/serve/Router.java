package lindyn.serve;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the endpoint of a request, and turns whatever goes wrong into an answer. */
final class Router implements HttpHandler {

  private static final int BAD_REQUEST = 400;
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  private final AllowedHosts hosts;
  private final RequestBody bodies;
  private final SortedMap<String, Endpoint> endpoints;
  private final PrintWriter err;

  /**
   * Takes its parts.
   *
   * @param endpoints by path
   * @param err receives the stack traces of defects
   */
  Router(AllowedHosts hosts, RequestBody bodies, Map<String, Endpoint> endpoints, PrintWriter err) {
    this.hosts = hosts;
    this.bodies = bodies;
    this.endpoints = new TreeMap<>(endpoints);
    this.err = err;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Answer answer = answer(exchange);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.json().length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer.json());
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    try {
      return Answer.ok(answered(exchange));
    } catch (RefusedRequestException e) {
      return Answer.error(e.status(), e.error());
    } catch (JsonProcessingException e) {
      return Answer.error(BAD_REQUEST, notJson(e));
    } catch (OutOfMemoryError e) {
      return Answer.error(UNAVAILABLE, "the server is short of memory; send less at a time");
    } catch (IOException e) {
      return Answer.error(BAD_REQUEST, "the body is not JSON in UTF-8");
    } catch (RuntimeException | Error e) {
      e.printStackTrace(err);
      return Answer.error(SERVER_ERROR, "a defect of the server, which it has reported");
    }
  }

  private byte[] answered(HttpExchange exchange) throws IOException {
    hosts.require(exchange);
    return endpoint(exchange).answer(bodies.read(exchange));
  }

  private Endpoint endpoint(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    Endpoint endpoint = endpoints.get(path);
    if (endpoint == null) {
      throw RefusedRequestException.notFound(
          "there is no " + path + ", only " + String.join(", ", endpoints.keySet()));
    }
    String method = exchange.getRequestMethod();
    if (!endpoint.method().equals(method.equals("HEAD") ? "GET" : method)) {
      exchange.getResponseHeaders().set("Allow", endpoint.method());
      throw RefusedRequestException.wrongMethod(path + " has " + endpoint.method() + " alone");
    }
    return endpoint;
  }

  private static String notJson(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "the body is not JSON: it ends too early"; // Jackson names classes here
    }
    JsonLocation location = e.getLocation();
    if (location == null) { // it names classes here too
      return "the body has a number, a name or a nesting beyond the limits of the JSON reader";
    }
    return String.format(
        "the body is not JSON: %s, at line %d, column %d",
        e.getOriginalMessage(), location.getLineNr(), location.getColumnNr());
  }
}
