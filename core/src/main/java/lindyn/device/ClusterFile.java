package lindyn.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.file.JsonFile;

/** Reads a file with the addresses of a cluster's processes. */
public final class ClusterFile {

  private static final String KEY = "workers";
  private static final String EXPECTED =
      "expected {\"workers\": [\"host:port\", \"host:port\"]}, the trainer's own address first";

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]+:([0-9]{1,5})");
  private static final int LAST_PORT = 65_535;

  private ClusterFile() {}

  /**
   * Returns the addresses, as {@code host:port}.
   *
   * @throws InputException if the file cannot be read or has another form, or an address occurs
   *     twice
   */
  public static List<String> read(InputFile file) {
    JsonNode root = JsonFile.read(file, EXPECTED);
    for (String key : root.properties().stream().map(entry -> entry.getKey()).toList()) {
      if (!key.equals(KEY)) {
        throw file.error("has an unknown key " + InputFile.quoted(key) + "; " + EXPECTED);
      }
    }
    JsonNode workers = root.path(KEY);
    if (!workers.isArray() || workers.isEmpty()) {
      throw file.error("has no list \"workers\"; " + EXPECTED);
    }
    List<String> addresses = new ArrayList<>();
    for (JsonNode worker : workers) {
      String address = address(file, worker);
      if (addresses.contains(address)) {
        throw file.error("names " + address + " twice; each process needs an address of its own");
      }
      addresses.add(address);
    }
    return addresses;
  }

  private static String address(InputFile file, JsonNode worker) {
    Matcher address = ADDRESS.matcher(worker.asText());
    if (!worker.isTextual() || !address.matches()) {
      throw file.error(
          "names "
              + InputFile.quoted(worker.isTextual() ? worker.asText() : worker.toString())
              + ", which is no name or IPv4 address with a port; "
              + EXPECTED);
    }
    int port = Integer.parseInt(address.group(1));
    if (port < 1 || port > LAST_PORT) {
      throw file.error("has the port " + port + ", expected 1 to " + LAST_PORT + "; change it");
    }
    return worker.asText();
  }
}
