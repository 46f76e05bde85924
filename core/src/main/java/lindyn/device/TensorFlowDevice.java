package lindyn.device;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device as TensorFlow lists it.
 *
 * @param name its full name, such as {@code /job:localhost/replica:0/task:0/device:GPU:0}
 * @param type such as {@code CPU} or {@code GPU}
 * @param memoryBytes what TensorFlow will use at most
 */
public record TensorFlowDevice(String name, String type, long memoryBytes) {

  private static final Pattern NAME =
      Pattern.compile("/job:.*/replica:.*/task:(\\d+)/device:(.*):(\\d+)");

  /** Returns a device by its name alone. */
  public static TensorFlowDevice named(String name) {
    return new TensorFlowDevice(name, part(name, 2), 0);
  }

  /** Returns the process that has the device, by its place in its cluster. */
  public int task() {
    return Integer.parseInt(part(name, 1));
  }

  /** Returns its place among the devices of its type and process. */
  public int index() {
    return Integer.parseInt(part(name, 3));
  }

  private static String part(String name, int group) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalStateException("TensorFlow's device has an unknown kind of name: " + name);
    }
    return parts.group(group);
  }
}
