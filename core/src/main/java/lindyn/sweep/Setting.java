package lindyn.sweep;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A setting of training with its value, as a user writes them.
 *
 * @param name the setting, such as hidden-units
 * @param value its value, such as 32
 */
public record Setting(String name, String value) {

  /** Returns settings in one line, such as "hidden-units=32, layers=1". */
  public static String text(List<Setting> settings) {
    return settings.stream().map(Setting::toString).collect(Collectors.joining(", "));
  }

  /** Returns name and value, such as "hidden-units=32". */
  @Override
  public String toString() {
    return name + "=" + value;
  }
}
