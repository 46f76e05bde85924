package lindyn.bench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lindyn.InputException;
import lindyn.bench.job.Job;
import lindyn.bench.job.Labels;
import lindyn.bench.job.Outcome;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.report.Document;
import lindyn.run.Machine;
import org.junit.jupiter.api.Test;

class ReproductionTest {

  private static final Subject ARM =
      new Subject(
          "a few trials",
          "seed 1",
          "",
          ArmData.of(ArmSetup.DEFAULT, 1, 10).logData(),
          Optional.empty());
  private static final Machine MACHINE = new Machine("abacus", 3);

  private static Reproduction of(Plan plan) {
    return Reproduction.of(plan, ARM, 20, Reproduction.EXHIBITS);
  }

  /** As if every model had the same error and took the same time. */
  private static Map<Labels, Outcome> made(List<Job> jobs) {
    var outcome =
        new Outcome(
            Map.of(
                "mse", 0.02,
                "nmse", 0.03,
                "clean_mse", 0.01,
                "standardized_mse", 0.03,
                "unit_mse", 0.001,
                "train_standardized_mse", 0.02,
                "seconds", 3.0,
                "one_epoch_seconds", 1.0));
    return jobs.stream().collect(Collectors.toMap(Job::labels, job -> outcome));
  }

  @Test
  void jobsDifferInTheirLabels() {
    List<Job> jobs = of(Plan.DEFAULT).jobs();

    assertEquals(jobs.size(), new HashSet<>(jobs.stream().map(Job::labels).toList()).size());
    assertTrue(jobs.stream().allMatch(job -> job.cost() > 0));
  }

  @Test
  void aLargerSizeHasTheJobsOfASmallerOne() {
    List<Labels> full = of(Plan.FULL).jobs().stream().map(Job::labels).toList();

    List<Labels> missing =
        of(Plan.DEFAULT).jobs().stream()
            .map(Job::labels)
            .filter(labels -> !full.contains(labels))
            .toList();

    assertEquals(List.of(), missing);
  }

  @Test
  void everyTableAndFigureIsInTheReport() {
    Reproduction reproduction = of(Plan.DEFAULT);

    Document report = reproduction.report(MACHINE, made(reproduction.jobs()));

    String text = report.markdown("figures");
    for (String figure : List.of("2-4", "3", "4-2", "5-2", "6", "7", "8")) {
      assertTrue(text.contains("(figures/figure-" + figure + ".svg)"), figure);
    }
    assertTrue(text.contains("Table I:") && text.contains("Table II "), text);
    assertTrue(text.contains("3 cores of abacus"), "the machine");
    assertTrue(text.contains("in the default size"), "the size");
  }

  /** Equal errors must not be reported as an agreement with what the paper found. */
  @Test
  void nothingAgreesByItself() {
    Reproduction reproduction = of(Plan.DEFAULT);

    String text = reproduction.report(MACHINE, made(reproduction.jobs())).markdown("figures");

    List<String> agreeing =
        text.lines()
            .filter(line -> line.startsWith("**agrees**"))
            .filter(line -> line.contains("times the error"))
            .toList();
    assertEquals(List.of(), agreeing);
  }

  @Test
  void whatIsMissingIsSaid() {
    Reproduction reproduction = of(Plan.SMOKE);

    String text = reproduction.report(MACHINE, Map.of()).markdown("figures");

    int all = reproduction.jobs().size();
    assertTrue(text.contains(all + " of " + all + " jobs failed or were not run"), text);
    assertTrue(text.contains("**open**: This is the smoke size"), text);
    assertTrue(!text.contains("NaN"), text);
    assertTrue(!text.contains("**agrees**"), text);
  }

  @Test
  void unknownNamesAreRefused() {
    InputException error =
        assertThrows(
            InputException.class, () -> Reproduction.requireKnown(List.of("figure-5", "figure-9")));

    assertTrue(String.valueOf(error.getMessage()).contains("figure-9"));
  }

  @Test
  void tooFewSamplesAreRefused() {
    var few =
        new Subject(
            "few", "seed 1", "", ArmData.of(ArmSetup.DEFAULT, 1, 3).logData(), Optional.empty());
    var none =
        new Plan(
            "large",
            Plan.SMOKE.repeats(),
            new Plan.Sizes(List.of(), List.of(100_000), 1000, List.of(), List.of()),
            Plan.SMOKE.processes());

    InputException error =
        assertThrows(
            InputException.class, () -> Reproduction.of(none, few, 20, Reproduction.EXHIBITS));

    assertTrue(String.valueOf(error.getMessage()).contains("expected at least 100000"));
  }
}
