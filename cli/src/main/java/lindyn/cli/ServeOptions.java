package lindyn.cli;

import lindyn.serve.ServerSettings;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Options of {@code lindyn serve}. */
final class ServeOptions {

  @Option(
      names = "--port",
      paramLabel = "N",
      showDefaultValue = Visibility.ALWAYS,
      description = "Port to listen at; 0 for any that is free.")
  private int port = ServerSettings.DEFAULT.port();

  @Option(
      names = "--host",
      paramLabel = "NAME",
      showDefaultValue = Visibility.ALWAYS,
      description = {
        "Name or address of this machine to listen at. Anything but localhost lets other machines"
            + " in, without a password; they must call it by this name, or by its address."
      })
  private String host = ServerSettings.DEFAULT.host();

  @Option(
      names = "--most-robots",
      paramLabel = "N",
      showDefaultValue = Visibility.ALWAYS,
      description = "How many robots may step at the same time.")
  private int mostRobots = ServerSettings.DEFAULT.mostRobots();

  @Option(
      names = "--most-bytes",
      paramLabel = "N",
      showDefaultValue = Visibility.ALWAYS,
      description = "Size of the greatest request body, in bytes.")
  private int mostBytes = ServerSettings.DEFAULT.mostBytes();

  /**
   * Returns what the server grants.
   *
   * @throws lindyn.InputException if a number is out of its range
   */
  ServerSettings settings() {
    return new ServerSettings(host, port, mostRobots, mostBytes);
  }
}
