package lindyn.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lindyn.inspect.Finding.Evidence;
import lindyn.inspect.RateVerdict.OfJoint;
import lindyn.inspect.RateVerdict.Scaled;
import lindyn.inspect.RateVerdict.Unrelated;

/**
 * Puts verdicts on single joints into findings.
 *
 * @param context the log
 * @param velocities one verdict per joint
 * @param accelerations one verdict per joint
 */
record RateFindings(
    Context context, List<RateVerdict> velocities, List<RateVerdict> accelerations) {

  /** Robots are usually sampled faster. */
  private static final double SLOW_PERIOD = 0.5;

  /** No motion of a robot can be followed at this period, in s. */
  private static final double SLOWEST_PERIOD = 1;

  List<Finding> all() {
    Optional<Finding> unit = timeUnit();
    if (unit.isPresent()) {
      return List.of(unit.get()); // all that follows would only be its echo
    }
    List<Finding> findings = new ArrayList<>();
    findings.addAll(of(Quantity.VELOCITY, velocities));
    findings.addAll(of(Quantity.ACCELERATION, accelerations));
    return findings;
  }

  private Optional<Finding> timeUnit() {
    double period = context.samplePeriod();
    if (period < SLOW_PERIOD) {
      return Optional.empty();
    }
    double[] slopes = slopes(velocities).toArray();
    if (slopes.length == 0) { // rates may have been derived from the same times
      return period < SLOWEST_PERIOD
          ? Optional.empty()
          : Optional.of(timeUnit(TimeUnit.usual(period), period));
    }
    double slope = SortedSample.of(slopes).median();
    return Stream.of(TimeUnit.values())
        .filter(unit -> unit.explains(slope))
        .findFirst()
        .map(unit -> timeUnit(unit, period));
  }

  private static Finding timeUnit(TimeUnit unit, double period) {
    String sentence =
        String.format(
            Locale.ROOT,
            "the median time between rows would be %.4g s; t looks like %s, a factor of %.0e",
            period,
            unit.words(),
            unit.perSecond());
    return new Finding(Kind.TIME_UNIT, List.of(new Evidence("t", period)), sentence);
  }

  private static DoubleStream slopes(List<RateVerdict> verdicts) {
    return verdicts.stream().flatMapToDouble(RateFindings::slope);
  }

  private static DoubleStream slope(RateVerdict verdict) {
    return verdict instanceof Scaled scaled
        ? DoubleStream.of(scaled.slope())
        : DoubleStream.empty();
  }

  private List<Finding> of(Quantity rate, List<RateVerdict> verdicts) {
    Map<Scale, List<Evidence>> scaled = new LinkedHashMap<>();
    List<Evidence> swapped = new ArrayList<>();
    List<Evidence> unrelated = new ArrayList<>();
    for (int joint = 0; joint < verdicts.size(); joint++) {
      String name = context.profile(rate, joint).column().name();
      RateVerdict verdict = verdicts.get(joint);
      if (verdict instanceof Scaled found) {
        scaled
            .computeIfAbsent(Scale.of(found.slope()), s -> new ArrayList<>())
            .add(new Evidence(name, found.slope()));
      } else if (verdict instanceof OfJoint found) {
        swapped.add(new Evidence(name, found.joint() + 1));
      } else if (verdict instanceof Unrelated found) {
        unrelated.add(new Evidence(name, found.explained()));
      }
    }
    return Stream.of(
            scaled.entrySet().stream().map(e -> scaled(rate, e.getKey(), e.getValue())),
            swapped.isEmpty() ? Stream.<Finding>empty() : Stream.of(swapped(rate, swapped)),
            unrelated.isEmpty() ? Stream.<Finding>empty() : Stream.of(unrelated(rate, unrelated)))
        .flatMap(found -> found)
        .toList();
  }

  private static Finding scaled(Quantity rate, Scale scale, List<Evidence> evidence) {
    double slope =
        SortedSample.of(evidence.stream().mapToDouble(Evidence::value).toArray()).median();
    String sentence =
        String.format(
            Locale.ROOT,
            "%s: the rows' times and %s give %.4g times as much; %s",
            Finding.names(evidence),
            integrated(rate),
            slope,
            scale.words(integrated(rate), rate.symbol()));
    return new Finding(Kind.RATE_SCALE, evidence, sentence);
  }

  private static Finding swapped(Quantity rate, List<Evidence> evidence) {
    Evidence first = evidence.get(0);
    String sentence =
        String.format(
            Locale.ROOT,
            "%s look%s swapped: %s%.0f is the rate of change of %s and not %s",
            Finding.names(evidence),
            evidence.size() == 1 ? "s" : "",
            rate.symbol(),
            first.value(),
            first.where().replaceFirst(rate.symbol(), integrated(rate)),
            first.where());
    return new Finding(Kind.SWAPPED, evidence, sentence);
  }

  private static Finding unrelated(Quantity rate, List<Evidence> evidence) {
    String sentence =
        String.format(
            Locale.ROOT,
            "%s: no relation to the rate of change of %s",
            Finding.names(evidence),
            integrated(rate));
    return new Finding(Kind.UNRELATED, evidence, sentence);
  }

  private static String integrated(Quantity rate) {
    return rate == Quantity.VELOCITY ? Quantity.POSITION.symbol() : Quantity.VELOCITY.symbol();
  }
}
