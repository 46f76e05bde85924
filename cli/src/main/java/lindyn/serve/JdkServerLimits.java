package lindyn.serve;

import java.util.Map;

/**
 * How long the JDK's server waits for its clients, which it reads from system properties when it
 * first starts. What the user has set stays.
 */
final class JdkServerLimits {

  static final int MOST_CONNECTIONS = 1000;

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "sun.net.httpserver.nodelay", "true", // or answers wait 40 ms for an acknowledgement
          "sun.net.httpserver.maxReqTime", "30", // s, from the first byte to the last
          "sun.net.httpserver.maxRspTime", "120", // s, from the last byte of the request
          "sun.net.httpserver.idleInterval", "300", // s
          "sun.net.httpserver.maxIdleConnections", Integer.toString(MOST_CONNECTIONS),
          "jdk.httpserver.maxConnections", Integer.toString(MOST_CONNECTIONS));

  private JdkServerLimits() {}

  /** Sets the properties; must be called before the first server starts. */
  static void set() {
    PROPERTIES.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
