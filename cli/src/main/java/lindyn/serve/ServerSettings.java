package lindyn.serve;

import lindyn.InputException;

/**
 * Where a server listens and how much it grants.
 *
 * @param host name or address to listen at
 * @param port 0 for any that is free
 * @param mostRobots how many robots may step at the same time
 * @param mostBytes size of the greatest request body, in bytes
 */
public record ServerSettings(String host, int port, int mostRobots, int mostBytes) {

  /** What a server grants unless told otherwise; it is heard on this machine alone. */
  public static final ServerSettings DEFAULT =
      new ServerSettings("localhost", 8080, 100, 16_000_000);

  private static final int GREATEST_PORT = 65535;
  private static final int GREATEST_BODY = 1 << 30;

  /**
   * Checks the numbers.
   *
   * @throws InputException if there is no host or a number is out of its range
   */
  public ServerSettings {
    if (host.isBlank()) {
      throw new InputException("--host is empty; give a name or an address of this machine");
    }
    requireRange("--port", port, 0, GREATEST_PORT);
    requireRange("--most-robots", mostRobots, 1, Integer.MAX_VALUE);
    requireRange("--most-bytes", mostBytes, 1, GREATEST_BODY);
  }

  private static void requireRange(String option, int value, int least, int greatest) {
    if (value < least || value > greatest) {
      throw new InputException(
          option + " is " + value + ", expected a number from " + least + " to " + greatest);
    }
  }

  /** Returns these settings with another port. */
  public ServerSettings withPort(int newPort) {
    return new ServerSettings(host, newPort, mostRobots, mostBytes);
  }

  /** Returns these settings with another number of robots. */
  public ServerSettings withMostRobots(int newMostRobots) {
    return new ServerSettings(host, port, newMostRobots, mostBytes);
  }

  /** Returns these settings with another greatest body. */
  public ServerSettings withMostBytes(int newMostBytes) {
    return new ServerSettings(host, port, mostRobots, newMostBytes);
  }
}
