package lindyn.bench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertTrue(PairedTest.of(SECOND, FIRST).isDifferent());
  }

  @Test
  void aRepeatThatOneSideLacksIsLeftOut() {
    Sample missing = new Sample(List.of(.021, Double.NaN, .02));
    Sample diverged = new Sample(List.of(.03, .03, Double.POSITIVE_INFINITY));

    PairedTest test = PairedTest.of(missing, diverged);

    assertEquals(1, test.repeats());
    assertEquals(0.7, test.ratio(), 1e-12);
    assertFalse(test.isPossible());
  }

  @Test
  void equalErrorsAreNoDifference() {
    assertFalse(PairedTest.of(FIRST, FIRST).isDifferent());
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
