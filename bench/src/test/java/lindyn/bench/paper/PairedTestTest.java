package lindyn.bench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedTestTest {

  private static final Sample FIRST =
      new Sample(List.of(.021, .0213, .0198, .0240, .0187, .0221, .0205, .0199, .0230, .0215));
  private static final Sample SECOND =
      new Sample(List.of(.0239, .0228, .0235, .0236, .0241, .0219, .0250, .0229, .0243, .0238));

  /** Golden values of scipy 1.16: ttest_rel and wilcoxon(mode="exact") of the logarithms. */
  @Test
  void agreesWithScipy() {
    PairedTest test = PairedTest.of(FIRST, SECOND);

    assertEquals(10, test.repeats());
    assertEquals(0.8965509914410213, test.ratio(), 1e-12);
    assertEquals(-1.2503964615866983, test.effect(), 1e-9);
    assertEquals(0.0033339297583650225, test.tTest(), 1e-9);
    assertEquals(0.009765625, test.wilcoxon(), 1e-12);
  }

  @Test
  void tellsTheSides() {
    assertTrue(PairedTest.of(FIRST, SECOND).isFirstSmaller());
    assertFalse(PairedTest.of(SECOND, FIRST).isFirstSmaller());
  }

  @Test
  void aRepeatThatOneSideLacksIsLeftOut() {
    Sample missing = new Sample(List.of(.021, Double.NaN, .02));
    Sample other = new Sample(List.of(.03, .03, .025));

    PairedTest test = PairedTest.of(missing, other);

    assertEquals(2, test.repeats());
    assertEquals(0, test.diverged());
    assertEquals(Math.sqrt(0.7 * 0.8), test.ratio(), 1e-12);
    assertFalse(test.isPossible());
  }

  @Test
  void aModelThatDivergesIsNotBetter() {
    List<Double> values = new ArrayList<>(FIRST.values());
    values.add(Double.POSITIVE_INFINITY);
    List<Double> others = new ArrayList<>(SECOND.values());
    others.add(.02);

    PairedTest test = PairedTest.of(new Sample(values), new Sample(others));

    assertEquals(10, test.repeats());
    assertEquals(1, test.diverged());
    assertTrue(test.ratio() < 1 && test.tTest() < PairedTest.LEVEL);
    assertFalse(test.isFirstSmaller());
  }

  @Test
  void equalErrorsAreNoDifference() {
    PairedTest test = PairedTest.of(FIRST, FIRST);

    assertFalse(test.isFirstSmaller());
    assertTrue(Double.isNaN(test.wilcoxon()));
  }

  @Test
  void equalPairsCountForNoSide() {
    List<Double> values = new ArrayList<>(FIRST.values());
    values.add(.02);
    List<Double> others = new ArrayList<>(SECOND.values());
    others.add(.02);

    PairedTest test = PairedTest.of(new Sample(values), new Sample(others));

    assertEquals(0.009765625, test.wilcoxon(), 1e-12); // as without the pair
  }

  /** Two signs of each rank: no p may exceed 1. */
  @Test
  void noProbabilityExceedsOne() {
    Sample first = new Sample(List.of(1.1, 1.0, 1.3, 1.0));
    Sample second = new Sample(List.of(1.0, 1.2, 1.0, 1.25));

    double p = PairedTest.of(first, second).wilcoxon();

    assertTrue(p <= 1 && p > 0.5, "p = " + p);
  }

  @Test
  void nothingComparedIsNoTest() {
    PairedTest test = PairedTest.of(new Sample(List.of()), FIRST);

    assertEquals(0, test.repeats());
    assertFalse(test.isPossible());
    assertFalse(test.isFirstSmaller());
  }

  @Test
  void manyRepeatsHaveATTestAlone() {
    Sample many = new Sample(Collections.nCopies(40, 1.0));
    PairedTest test = PairedTest.of(many, many);

    assertTrue(Double.isNaN(test.wilcoxon()));
    assertTrue(test.isPossible());
  }
}
