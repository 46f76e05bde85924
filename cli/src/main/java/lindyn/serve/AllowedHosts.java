package lindyn.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages in browsers out: those that name their origin, and those whose host name has been
 * pointed at this machine (DNS rebinding).
 */
final class AllowedHosts {

  private final Set<String> names;

  /**
   * Allows this machine by its loopback names and by the name that it listens at.
   *
   * @param host as the user has given it
   */
  AllowedHosts(String host) {
    String given = inUrl(host.toLowerCase(Locale.ROOT));
    names = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]", given));
  }

  /**
   * Refuses requests of pages.
   *
   * @throws RefusedRequestException if the request has an origin or the name of another host
   */
  void require(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    if (headers.containsKey("Origin")) {
      throw RefusedRequestException.forbidden("requests of web pages (with an Origin) are refused");
    }
    String host = name(headers.getFirst("Host"));
    if (!names.contains(host) && !host.equals(literal(exchange.getLocalAddress()))) {
      throw RefusedRequestException.forbidden(
          "the request is for the host \""
              + host
              + "\"; this server answers for localhost and for the --host that it was given");
    }
  }

  /** Returns a Host header without its port, in lower case. */
  private static String name(@Nullable String header) {
    if (header == null) {
      return "";
    }
    int colon = header.lastIndexOf(':');
    boolean hasPort = colon > header.lastIndexOf(']');
    return (hasPort ? header.substring(0, colon) : header).strip().toLowerCase(Locale.ROOT);
  }

  /** Returns an address as a URL has it: in numbers, which no name server can point elsewhere. */
  static String literal(InetSocketAddress address) {
    return inUrl(address.getAddress().getHostAddress());
  }

  /** Returns a host as a URL has it. */
  static String inUrl(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
