package lindyn.inspect;

import static lindyn.inspect.SoundLog.q;
import static lindyn.inspect.SoundLog.qd;
import static lindyn.inspect.SoundLog.qdd;
import static lindyn.inspect.SoundLog.tau;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import lindyn.inspect.Finding.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each defect is found where it is, and nothing else is. */
class FindingsTest {

  private static final double DEGREES = 180 / Math.PI;

  /** Returns where each kind was found. */
  private static Map<Kind, Set<String>> found(SoundLog log) {
    Map<Kind, Set<String>> places = new EnumMap<>(Kind.class);
    for (Finding finding : log.summary().findings()) {
      for (Evidence evidence : finding.evidence()) {
        places.computeIfAbsent(finding.kind(), kind -> new HashSet<>()).add(evidence.where());
      }
    }
    return places;
  }

  private static void assertFinds(SoundLog log, Kind kind, String... where) {
    assertEquals(Map.of(kind, Set.of(where)), found(log));
  }

  private static Finding only(SoundLog log) {
    List<Finding> findings = log.summary().findings();
    assertEquals(1, findings.size(), findings::toString);
    return findings.get(0);
  }

  private static double number(SoundLog log) {
    return only(log).evidence().get(0).value();
  }

  @Test
  void aSoundLogHasNoFindings() {
    assertEquals(Map.of(), found(new SoundLog()));
  }

  @Test
  void aColumnThatNeverChanges() {
    assertFinds(new SoundLog().change(tau(2), (t, x) -> 4), Kind.CONSTANT, "tau2");
  }

  @ParameterizedTest(name = "every {0} rows")
  @ValueSource(ints = {2, 3, 8})
  void positionsThatAreReadMoreSlowlyThanTheyAreWritten(int rows) {
    assertFinds(new SoundLog().hold(q(1), rows), Kind.HELD, "q1");
  }

  @Test
  void torquesThatAreReadMoreSlowlyThanTheyAreWritten() {
    assertFinds(new SoundLog().hold(tau(3), 2), Kind.HELD, "tau3");
  }

  @Test
  void occasionalRepeatsWhileTheJointMoves() {
    var random = new SplittableRandom(2);
    boolean[] repeats = new boolean[SoundLog.TIME_STEPS];
    for (int t = 0; t < repeats.length; t++) {
      repeats[t] = random.nextDouble() < 0.15;
    }
    double[] before = new double[1];

    SoundLog log =
        new SoundLog()
            .change(
                q(2),
                (t, x) -> {
                  before[0] = t > 0 && repeats[t] ? before[0] : x;
                  return before[0];
                });

    assertFinds(log, Kind.HELD, "q2");
    assertEquals(0.15, number(log), 0.04); // 350 draws per trajectory, all alike
  }

  @Test
  void aSensorThatStandsStill() {
    double[] stuck = new double[1];

    SoundLog log =
        new SoundLog()
            .change(
                tau(1),
                (t, x) -> {
                  stuck[0] = t >= 100 && t < 160 ? stuck[0] : x;
                  return stuck[0];
                });

    assertFinds(log, Kind.STUCK, "tau1");
    assertEquals(0.6, number(log), 0.02); // 60 rows, give or take a row at each end
  }

  @ParameterizedTest(name = "times in units of {0} s")
  @ValueSource(doubles = {1, 1e-3})
  void aPositionThatStandsStillWhileItsVelocityDoesNot(double unit) {
    double[] stuck = new double[1];

    SoundLog log =
        new SoundLog()
            .change(
                q(2),
                (t, x) -> {
                  stuck[0] = t >= 100 && t < 140 ? stuck[0] : x;
                  return stuck[0];
                })
            .changeTimes((t, time) -> time / unit);

    assertEquals(Set.of("q2"), found(log).get(Kind.STUCK));
  }

  @Test
  void coarseSteps() {
    SoundLog log = new SoundLog().change(tau(1), (t, x) -> SoundLog.steps(x, 0.5));

    assertFinds(log, Kind.QUANTIZED, "tau1");
    assertTrue(only(log).sentence().contains("0.500 N·m apart"), only(log).sentence());
  }

  @Test
  void torquesAtTheirLimit() {
    double limit = new SoundLog().summary().columns().get(tau(2)).distribution().quantiles().get(3);

    assertFinds(
        new SoundLog().change(tau(2), (t, x) -> Math.min(x, limit)), Kind.SATURATED, "tau2");
  }

  @Test
  void aSingleSpike() {
    SoundLog log = new SoundLog().change(q(3), (t, x) -> t == 77 ? x + 3 : x);

    assertFinds(log, Kind.SPIKES, "q3");
    assertEquals(SoundLog.TRAJECTORIES, number(log));
    assertTrue(only(log).sentence().contains("at t = 0.77000 s"), only(log).sentence());
  }

  @Test
  void outliersThatAreNotSingleNumbers() {
    SoundLog log = new SoundLog();
    double far = 40 * log.summary().columns().get(tau(1)).statistics().standardDeviation();

    int[] left = {2};

    log.change(tau(1), (t, x) -> t >= 50 && left[0]-- > 0 ? x + far : x);

    assertFinds(log, Kind.OUTLIERS, "tau1");
    assertEquals(2, number(log));
    assertTrue(only(log).sentence().contains("trajectory 1 at t = 0.5"), only(log).sentence());
  }

  @Test
  void velocitiesInDegrees() {
    SoundLog log =
        new SoundLog()
            .changeAll(qd(1), (t, x) -> DEGREES * x)
            .changeAll(qdd(1), (t, x) -> DEGREES * x);

    Finding finding = only(log);

    assertEquals(Kind.RATE_SCALE, finding.kind());
    assertEquals(1 / DEGREES, finding.evidence().get(0).value(), 2e-4); // 1 %
    assertTrue(finding.sentence().contains("qd looks like degrees"), finding.sentence());
  }

  @Test
  void velocitiesInRevolutionsPerMinute() {
    SoundLog log = new SoundLog().change(qd(2), (t, x) -> x * 30 / Math.PI);

    Map<Kind, Set<String>> found = found(log);

    assertEquals(Map.of(Kind.RATE_SCALE, Set.of("qd2", "qdd2")), found);
    assertTrue(log.summary().findings().get(0).sentence().contains("revolutions per minute"));
  }

  @Test
  void accelerationsOfTheWrongSign() {
    SoundLog log = new SoundLog().change(qdd(1), (t, x) -> -x);

    assertFinds(log, Kind.RATE_SCALE, "qdd1");
    assertTrue(only(log).sentence().contains("wrong sign"), only(log).sentence());
  }

  @Test
  void aWrongSamplingPeriod() {
    SoundLog log = new SoundLog().changeTimes((t, time) -> 0.4 * time);

    Map<Kind, Set<String>> found = found(log);

    assertEquals(
        Map.of(Kind.RATE_SCALE, Set.of("qd1", "qd2", "qd3", "qdd1", "qdd2", "qdd3")), found);
    assertTrue(log.summary().findings().get(0).sentence().contains("sampling period"));
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0.3, 1, 3})
  void noisyRatesAreNoWrongUnits(double noise) {
    var random = new SplittableRandom(3);

    SoundLog log =
        new SoundLog()
            .changeAll(qd(1), (t, x) -> x + noise * random.nextDouble(-1, 1))
            .changeAll(qdd(1), (t, x) -> x + 5 * noise * random.nextDouble(-1, 1));

    assertEquals(Map.of(), found(log));
  }

  @Test
  void swappedColumns() {
    assertEquals(
        Set.of("qd1", "qd3"),
        found(new SoundLog().swap(qd(1), qd(3)).swap(qdd(1), qdd(3))).get(Kind.SWAPPED));
  }

  @Test
  void aVelocityThatIsSomethingElse() {
    var random = new SplittableRandom(4);

    Map<Kind, Set<String>> found =
        found(new SoundLog().change(qd(2), (t, x) -> random.nextDouble(-1, 1)));

    assertEquals(Set.of("qd2"), found.get(Kind.UNRELATED));
  }

  @Test
  void everythingInDegrees() {
    SoundLog log = new SoundLog();
    for (int first : new int[] {q(1), qd(1), qdd(1)}) {
      log.changeAll(first, (t, x) -> DEGREES * x);
    }

    assertFinds(log, Kind.DEGREES, "q1", "q2", "q3");
  }

  @Test
  void timesInMilliseconds() {
    SoundLog log = new SoundLog().changeTimes((t, time) -> 1000 * time);

    assertFinds(log, Kind.TIME_UNIT, "t");
    assertTrue(only(log).sentence().contains("milliseconds"), only(log).sentence());
  }

  @Test
  void timesInMillisecondsWithRatesDerivedFromThem() {
    SoundLog log =
        new SoundLog()
            .changeTimes((t, time) -> 1000 * time)
            .changeAll(qd(1), (t, x) -> x / 1e3)
            .changeAll(qdd(1), (t, x) -> x / 1e6);

    assertFinds(log, Kind.TIME_UNIT, "t");
  }

  @Test
  void rowsThatWereNotSampledWhenTheySay() {
    // Rows 8 and 12 ms apart in turn, said to be 10 ms apart: positions go ahead by 2 ms.
    SoundLog log = new SoundLog();
    for (int joint = 1; joint <= SoundLog.JOINTS; joint++) {
      log.ahead(q(joint), qd(joint), 0.002);
    }

    assertFinds(log, Kind.HIDDEN_JITTER, "t");
    assertEquals(0.2, number(log), 0.02); // 12 over 8 ms is 1 ± 0.2
  }

  @Test
  void irregularTimes() {
    SoundLog log = new SoundLog().changeTimes((t, time) -> time + (t % 2 == 0 ? 0 : 0.001));
    for (int joint = 1; joint <= SoundLog.JOINTS; joint++) {
      log.ahead(q(joint), qd(joint), 0.001);
    }

    assertFinds(log, Kind.IRREGULAR, "t");
    assertEquals(0.1, number(log), 0.001); // 9 and 11 ms in turn are 10 ± 1 ms
  }

  @Test
  void missingRows() {
    SoundLog log = new SoundLog().changeTimes((t, time) -> t < 380 ? time : time + 2);

    assertEquals(Set.of("1", "2", "3", "4", "5", "6"), found(log).get(Kind.GAPS));
    assertEquals(2.01, number(log), 1e-9);
    assertEquals(6, log.summary().intervals().gapCount());
  }

  @Test
  void anglesThatWrap() {
    assertFinds(
        new SoundLog().change(q(1), (t, x) -> x > 0.5 ? x - 2 * Math.PI : x),
        Kind.ANGLE_WRAP,
        "q1");
  }

  @Test
  void trajectoriesThatOccurTwice() {
    SoundLog log = new SoundLog().addCopyOfFirst("copy", SoundLog.TIME_STEPS);

    assertFinds(log, Kind.DUPLICATE, "copy");
    assertTrue(only(log).sentence().contains("copy of 1"), only(log).sentence());
  }

  @Test
  void trajectoriesThatAreTooShort() {
    assertFinds(new SoundLog().addCopyOfFirst("stub", 20), Kind.SHORT, "stub");
  }

  @Test
  void worstFindingsComeFirst() {
    SoundLog log = new SoundLog().change(tau(1), (t, x) -> 0).change(qdd(1), (t, x) -> -x);

    List<Kind> kinds = log.summary().findings().stream().map(Finding::kind).toList();

    assertEquals(List.of(Kind.RATE_SCALE, Kind.CONSTANT), kinds);
  }
}
