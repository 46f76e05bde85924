package lindyn.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Numbers by name, as lines {@code name=number}.
 *
 * @param numbers the numbers in the order of the lines
 */
record PeerProperties(Map<String, Number> numbers) {

  /** Reads lines; those that begin with # are comments. */
  static PeerProperties ofLines(List<String> lines) {
    return new PeerProperties(
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1]))));
  }

  List<String> lines() {
    return numbers.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList();
  }

  /**
   * Returns a number.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  double number(String name) {
    Number number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no " + name + " among " + numbers.keySet());
    }
    return number.doubleValue();
  }

  int count(String name) {
    return (int) number(name);
  }
}
