package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import lindyn.inspect.Finding.Evidence;

/** Findings that the profiles of the columns show alone. */
final class ColumnFindings {

  /** Two turns to either side; the joints of arms stay within one. */
  private static final double TWO_TURNS = 4 * Math.PI;

  private ColumnFindings() {}

  static List<Finding> of(List<ColumnProfile> profiles) {
    List<Finding> findings = new ArrayList<>();
    List<Evidence> constant =
        evidence(profiles, ColumnProfile::isConstant, p -> p.statistics().mean());
    if (!constant.isEmpty()) {
      String sentence =
          Finding.names(constant) + (constant.size() == 1 ? " never changes" : " never change");
      findings.add(new Finding(Kind.CONSTANT, constant, sentence));
    }
    List<Evidence> coarse =
        evidence(
            profiles,
            p -> p.column().quantity() != Quantity.EXTRA && p.isCoarse(),
            p -> p.values().resolution() / p.deviation());
    if (!coarse.isEmpty()) {
      findings.add(coarse(profiles, coarse));
    }
    List<Evidence> wide =
        evidence(
            profiles,
            p -> p.column().quantity() == Quantity.POSITION && magnitude(p) > TWO_TURNS,
            ColumnFindings::magnitude);
    if (!wide.isEmpty()) {
      String sentence =
          String.format(
              Locale.ROOT,
              "%s reach%s %.4g, which looks like degrees; expected rad",
              Finding.names(wide),
              wide.size() == 1 ? "es" : "",
              Finding.largest(wide).value());
      findings.add(new Finding(Kind.DEGREES, wide, sentence));
    }
    return findings;
  }

  private static Finding coarse(List<ColumnProfile> profiles, List<Evidence> coarse) {
    Evidence worst = Finding.largest(coarse);
    ColumnProfile profile =
        profiles.stream()
            .filter(p -> p.column().name().equals(worst.where()))
            .findFirst()
            .orElseThrow();
    String sentence =
        String.format(
            Locale.ROOT,
            "%s move%s in coarse steps; %s has %d different values, %.3g %s apart",
            Finding.names(coarse),
            coarse.size() == 1 ? "s" : "",
            worst.where(),
            profile.values().distinct(),
            profile.values().resolution(),
            profile.column().unit());
    return new Finding(Kind.QUANTIZED, coarse, sentence);
  }

  private static double magnitude(ColumnProfile profile) {
    return Math.max(Math.abs(profile.statistics().min()), Math.abs(profile.statistics().max()));
  }

  private static List<Evidence> evidence(
      List<ColumnProfile> profiles,
      Predicate<ColumnProfile> isFound,
      ToDoubleFunction<ColumnProfile> number) {
    return profiles.stream()
        .filter(isFound)
        .map(profile -> new Evidence(profile.column().name(), number.applyAsDouble(profile)))
        .toList();
  }
}
