package lindyn.gp.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchReportTest {

  private static Restart ended(double value, StopReason stop, Side... sides) {
    double[] place = new double[sides.length];
    return Restart.of(
        place,
        new Ascent(
            new Place(place, value, place),
            Arrays.asList(sides),
            new Ascent.Effort(10, 8),
            stop,
            Curvature.UNKNOWN));
  }

  private static SearchReport report(Restart... restarts) {
    return new SearchReport(List.of("noise variance", "length scale"), List.of(restarts));
  }

  @Test
  void saysNothingWhenAllIsWell() {
    SearchReport report =
        report(
            ended(-312.1, StopReason.FLAT, Side.INSIDE, Side.INSIDE),
            ended(-311.2, StopReason.NO_GAIN, Side.INSIDE, Side.INSIDE));

    assertEquals(List.of(), report.warnings());
    assertEquals(-311.2, report.best().end().value());
    assertEquals(20, report.evaluations());
  }

  @Test
  void namesTheCoordinatesAtABound() {
    SearchReport report = report(ended(1, StopReason.FLAT, Side.LOWER, Side.UPPER));

    assertEquals(
        List.of("at the lower bound: noise variance", "at the upper bound: length scale"),
        report.warnings());
  }

  @Test
  void tellsWhyItDidNotConverge() {
    SearchReport report = report(ended(1, StopReason.MOST_EVALUATIONS, Side.INSIDE, Side.INSIDE));

    assertEquals(
        List.of("the search did not converge after 10 evaluations: the most evaluations were done"),
        report.warnings());
  }

  @Test
  void tellsThatRestartsEndedElsewhere() {
    SearchReport report =
        report(
            ended(-320, StopReason.FLAT, Side.UPPER, Side.INSIDE),
            ended(-311.24, StopReason.FLAT, Side.INSIDE, Side.INSIDE),
            ended(-311.2, StopReason.NO_GAIN, Side.INSIDE, Side.INSIDE));

    assertEquals(
        List.of("2 of 3 restarts reached the best value -311.200; the worst ended 8.80 below"),
        report.warnings());
  }

  @Test
  void aStartWhereNothingExistsIsNeverTheBest() {
    SearchReport report =
        report(
            ended(Double.NEGATIVE_INFINITY, StopReason.UNDEFINED_START, Side.INSIDE, Side.INSIDE),
            ended(-5, StopReason.FLAT, Side.INSIDE, Side.INSIDE));

    assertEquals(-5, report.best().end().value());
    assertEquals(List.of("the function does not exist at 1 of 2 starts"), report.warnings());
    assertEquals(0, report.spread());
  }

  @Test
  void nothingWasFoundIfNoStartExists() {
    SearchReport report =
        report(
            ended(Double.NEGATIVE_INFINITY, StopReason.UNDEFINED_START, Side.INSIDE, Side.INSIDE));

    assertEquals(
        List.of(
            "the search did not converge after 10 evaluations:"
                + " the function does not exist at the start"),
        report.warnings());
  }
}
