package lindyn.bench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.bench.paper.Findings.Compared;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Finding.Standing;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static Compared errors(String name, double mean, int repeats) {
    return new Compared(
        name,
        new Sample(
            IntStream.range(0, repeats).mapToObj(i -> mean * (1 + 0.01 * (i % 3))).toList()));
  }

  private static Compared wavy(String name, double mean, int repeats) {
    return new Compared(
        name,
        new Sample(IntStream.range(0, repeats).mapToObj(i -> mean * (1 + 0.1 * (i % 2))).toList()));
  }

  @Test
  void theSmallerErrorAgrees() {
    Finding finding = Findings.smaller("n = 5", errors("A", 0.1, 10), wavy("B", 0.2, 10));

    assertEquals(Standing.AGREES, finding.standing());
    assertTrue(finding.text().startsWith("n = 5: the A has 0.4"), finding.text());
  }

  @Test
  void theLargerErrorDiffers() {
    Finding finding = Findings.smaller("n = 5", wavy("A", 0.3, 10), errors("B", 0.2, 10));

    assertEquals(Standing.DIFFERS, finding.standing());
  }

  @Test
  void noDifferenceIsNotASmallerError() {
    Finding finding = Findings.smaller("n = 5", wavy("A", 0.2, 10), errors("B", 0.209, 10));

    assertEquals(Standing.DIFFERS, finding.standing());
  }

  @Test
  void fewRepeatsAreOpen() {
    Finding finding = Findings.smaller("n = 5", errors("A", 0.1, 3), errors("B", 0.2, 3));

    assertEquals(Standing.OPEN, finding.standing());
    assertTrue(finding.text().contains("3 repeats are too few"), finding.text());
  }

  @Test
  void whatWasNotMeasuredIsOpen() {
    Finding finding = Findings.smaller("n = 5", errors("A", 0.1, 0), errors("B", 0.2, 3));

    assertEquals(Standing.OPEN, finding.standing());
    assertTrue(finding.text().contains("not both measured"), finding.text());
  }

  @Test
  void limitsAreOfTheMean() {
    Sample sample = new Sample(List.of(0.1, 0.2));

    assertEquals(Standing.AGREES, Findings.atMost("error", sample, 0.16).standing());
    assertEquals(Standing.DIFFERS, Findings.atMost("error", sample, 0.14).standing());
    assertEquals(Standing.AGREES, Findings.within("error", sample, 0.14, 0.16).standing());
    assertEquals(Standing.DIFFERS, Findings.within("error", sample, 0.16, 0.2).standing());
    assertEquals(Standing.OPEN, Findings.atMost("error", new Sample(List.of()), 0.15).standing());
  }
}
