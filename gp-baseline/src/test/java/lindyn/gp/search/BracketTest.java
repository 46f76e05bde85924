package lindyn.gp.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BracketTest {

  private static Bracket.Trial trial(double t, double value, double slope) {
    return new Bracket.Trial(t, new Place(new double[] {t}, value, new double[] {slope}), slope);
  }

  /** A trial of f(t) = −(t − peak)², whose cubic through two trials is f itself. */
  private static Bracket.Trial ofParabola(double t, double peak) {
    return trial(t, -(t - peak) * (t - peak), -2 * (t - peak));
  }

  @Test
  void triesThePeakOfTheCubicBetweenTwoTrials() {
    var bracket = new Bracket(ofParabola(0, 0.4));

    bracket.overshot(ofParabola(1, 0.4));

    assertTrue(bracket.closed());
    assertEquals(0.4, bracket.next(1), 1e-12);
  }

  @Test
  void staysAwayFromTheEndsOfTheBracket() {
    var nearLow = new Bracket(ofParabola(0, 0.01));
    nearLow.overshot(ofParabola(1, 0.01));
    var nearHigh = new Bracket(ofParabola(0, 0.99));
    nearHigh.overshot(ofParabola(1, 0.99));

    assertEquals(0.1, nearLow.next(1), 1e-12);
    assertEquals(0.9, nearHigh.next(1), 1e-12);
  }

  @Test
  void staysNearTheBestTrialIfTheFunctionDoesNotExistAtTheOther() {
    var bracket = new Bracket(trial(0, 0, 1));

    bracket.overshot(trial(1, Double.NEGATIVE_INFINITY, 0));

    assertEquals(0.3, bracket.next(1), 1e-12);
  }

  @Test
  void growsTowardsThePeakWithinBoundsWhileItIsBeyond() {
    var near = new Bracket(ofParabola(0, 1.2));
    near.improved(ofParabola(1, 1.2));
    var inside = new Bracket(ofParabola(0, 3));
    inside.improved(ofParabola(1, 3));
    var far = new Bracket(ofParabola(0, 50));
    far.improved(ofParabola(1, 50));

    assertFalse(far.closed());
    assertEquals(1.5, near.next(100), 1e-12);
    assertEquals(3, inside.next(100), 1e-12);
    assertEquals(4, far.next(100), 1e-12);
    assertEquals(2, far.next(2), 1e-12);
  }

  /** Beyond the peak the slope points back, so the better trial and the one before enclose it. */
  @Test
  void aBetterTrialBeyondThePeakClosesTheBracket() {
    var bracket = new Bracket(ofParabola(0, 0.6));

    bracket.improved(ofParabola(1, 0.6));

    assertTrue(bracket.closed());
    assertEquals(1, bracket.best().t());
    assertEquals(0.6, bracket.next(1), 1e-12);
  }
}
