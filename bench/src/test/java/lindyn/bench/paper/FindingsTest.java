package lindyn.bench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
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
    assertTrue(finding.text().contains("3 repeats: too few"), finding.text());
  }

  @Test
  void whatWasNotMeasuredIsOpen() {
    Finding finding = Findings.smaller("n = 5", errors("A", 0.1, 0), errors("B", 0.2, 3));

    assertEquals(Standing.OPEN, finding.standing());
    assertTrue(finding.text().contains("not both measured"), finding.text());
  }

  @Test
  void limitsAreOfTheMean() {
    Sample sample = errors("A", 0.1, 9).errors(); // mean 0.101

    assertEquals(Standing.AGREES, Findings.atMost("error", sample, 0.102).standing());
    assertEquals(Standing.DIFFERS, Findings.atMost("error", sample, 0.1).standing());
    assertEquals(Standing.OPEN, Findings.atMost("error", sample, 0.1008).standing());
    assertEquals(Standing.AGREES, Findings.within("error", sample, 0.1, 0.102).standing());
    assertEquals(Standing.DIFFERS, Findings.within("error", sample, 0.102, 0.2).standing());
  }

  @Test
  void fewRepeatsSayNothingOfLimits() {
    Sample few = errors("A", 0.1, 3).errors();

    assertEquals(Standing.OPEN, Findings.atMost("error", few, 0.2).standing());
    assertEquals(Standing.OPEN, Findings.atMost("error", new Sample(List.of()), 1).standing());
  }

  @Test
  void whatWasNotExpectedIsANote() {
    Finding finding = Findings.compared("n = 5", errors("A", 0.1, 10), wavy("B", 0.2, 10));

    assertEquals(Standing.NOTE, finding.standing());
  }

  @Test
  void equalErrorsAreNotSmaller() {
    Finding equal = Findings.notSmaller("n = 5", wavy("A", 0.2, 10), errors("B", 0.209, 10));
    Finding smaller = Findings.notSmaller("n = 5", errors("A", 0.1, 10), wavy("B", 0.2, 10));

    assertEquals(Standing.AGREES, equal.standing());
    assertEquals(Standing.DIFFERS, smaller.standing());
  }

  @Test
  void whatDivergedIsSaid() {
    Sample diverged = new Sample(Collections.nCopies(9, Double.POSITIVE_INFINITY));

    Finding finding = Findings.smaller("n = 5", new Compared("A", diverged), errors("B", 0.2, 9));

    assertEquals(Standing.DIFFERS, finding.standing());
    assertTrue(finding.text().contains("diverged in 9 repeats"), finding.text());
  }
}
