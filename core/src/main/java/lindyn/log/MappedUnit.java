package lindyn.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.log.format.DecimalBytes;

/** The units in which a mapped column may stand in the log, and the factors to Lindyn's. */
final class MappedUnit {

  private static final List<String> SERIES = List.of("q", "qd", "qdd", "tau");
  private static final Pattern ANGLE = Pattern.compile("(q|qd|qdd)[0-9]*");
  private static final Pattern TORQUE = Pattern.compile("tau[0-9]*");
  private static final Map<String, Double> ANGLES = Map.of("deg", Math.PI / 180, "rad", 1.0);
  private static final Map<String, Double> TIMES =
      Map.of("s", 1.0, "ms", 1e-3, "us", 1e-6, "ns", 1e-9);

  private MappedUnit() {}

  /** Tells whether a target stands for all joints at once. */
  static boolean isSeries(String target) {
    return SERIES.contains(target);
  }

  /** Tells whether a target is a torque or all of them. */
  static boolean isTorque(String target) {
    return TORQUE.matcher(target).matches();
  }

  /**
   * Returns the factor from a unit to the target's own.
   *
   * @throws InputException if the target has no such unit
   */
  static double factor(String target, String unit) {
    if (unit.isEmpty()) {
      return 1;
    }
    Map<String, Double> known = units(target);
    Double factor = known.get(unit);
    if (factor == null && !target.equals("trajectory")) {
      factor = number(unit);
    }
    if (factor == null || !(Math.abs(factor) > 0 && Math.abs(factor) <= 1e15)) {
      throw new InputException(
          String.format(
              "unit %s of mapping target '%s' is not known, expected %s",
              InputFile.quoted(unit),
              target,
              target.equals("trajectory")
                  ? "none"
                  : String.join(", ", known.keySet().stream().sorted().toList())
                      + (known.isEmpty() ? "" : " or ")
                      + "a factor such as 0.001"));
    }
    return factor;
  }

  private static Map<String, Double> units(String target) {
    if (ANGLE.matcher(target).matches()) {
      return ANGLES;
    }
    return target.equals("t") ? TIMES : Map.of();
  }

  private static double number(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
    return DecimalBytes.toDouble(ascii, 0, ascii.length);
  }
}
