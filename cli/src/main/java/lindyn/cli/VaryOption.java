package lindyn.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lindyn.InputException;
import lindyn.sweep.Dimension;
import lindyn.sweep.Setting;
import lindyn.sweep.Space;
import picocli.CommandLine.Model.OptionSpec;

/** Reads {@code hidden-units=8,16,32} or {@code learning-rate=0.05..0.8}. */
final class VaryOption {

  /** Settings that do not say how good a model is, or that the sweep itself decides. */
  private static final Set<String> NOT_VARIED =
      Set.of(
          "model",
          "seed",
          "epochs",
          "max-minutes",
          "checkpoint-minutes",
          "threads",
          "device",
          "gpu-memory-fraction",
          "precision",
          "cluster",
          "average-every",
          "engine");

  private VaryOption() {}

  /**
   * Returns the space of all such options.
   *
   * @param fixed settings that do not vary
   * @throws InputException if one cannot be read, or is fixed
   */
  static Space space(List<String> options, List<Setting> fixed) {
    List<Dimension> dimensions = new ArrayList<>();
    for (String option : options) {
      Dimension dimension = dimension(option);
      if (fixed.stream().anyMatch(setting -> setting.name().equals(dimension.name()))) {
        throw refusal(option, "--" + dimension.name() + " is given too; leave one of them out");
      }
      dimensions.add(dimension);
    }
    try {
      return new Space(dimensions);
    } catch (IllegalArgumentException e) {
      throw new InputException("--vary: " + e.getMessage(), e);
    }
  }

  private static Dimension dimension(String option) {
    int sign = option.indexOf('=');
    if (sign < 1) {
      throw refusal(option, "expected NAME=VALUES such as hidden-units=8,16,32");
    }
    String name = option.substring(0, sign).strip();
    String values = option.substring(sign + 1).strip();
    OptionSpec varied = optionSpec(option, name);
    try {
      int dots = values.indexOf("..");
      return dots < 0
          ? new Dimension.Choice(
              name, Arrays.stream(values.split(",", -1)).map(String::strip).toList())
          : new Dimension.Range(
              name,
              new BigDecimal(values.substring(0, dots).strip()),
              new BigDecimal(values.substring(dots + 2).strip()),
              grain(option, varied));
    } catch (NumberFormatException e) {
      throw refusal(option, "expected an interval such as learning-rate=0.05..0.8", e);
    } catch (IllegalArgumentException e) {
      throw refusal(option, String.valueOf(e.getMessage()), e);
    }
  }

  private static OptionSpec optionSpec(String option, String name) {
    OptionSpec spec = SweptSettings.options().getCommandSpec().findOption("--" + name);
    if (spec == null || name.isEmpty()) {
      throw refusal(
          option,
          "no option of a network or its training has this name; see 'lindyn sweep --help'");
    }
    if (NOT_VARIED.contains(name)) {
      throw refusal(option, "a sweep cannot choose " + name + "; vary something else");
    }
    return spec;
  }

  private static Dimension.Range.Grain grain(String option, OptionSpec varied) {
    if (varied.type() == Integer.class) {
      return Dimension.Range.Grain.WHOLE;
    }
    if (varied.type() == Double.class) {
      return Dimension.Range.Grain.THREE_DIGITS;
    }
    throw refusal(option, "only numbers have intervals; list the values, separated by commas");
  }

  private static InputException refusal(String option, String reason) {
    return new InputException("--vary " + option + ": " + reason);
  }

  private static InputException refusal(String option, String reason, Exception cause) {
    return new InputException("--vary " + option + ": " + reason, cause);
  }
}
