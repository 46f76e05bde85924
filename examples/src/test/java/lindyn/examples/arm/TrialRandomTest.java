package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class TrialRandomTest {

  private static final int COUNT = 200_000;

  @Test
  void normalNumbersHaveTheirMoments() {
    var random = new TrialRandom(1, 0, TrialRandom.Purpose.NOISE);
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < COUNT; i++) {
      double x = random.gaussian();
      sum += x;
      squares += x * x;
      fourths += x * x * x * x;
    }

    assertEquals(0, sum / COUNT, .01); // four standard errors, 1 / √n
    assertEquals(1, squares / COUNT, .014); // √2 / √n
    assertEquals(3, fourths / COUNT, .09); // √96 / √n
  }

  @Test
  void neighboursAreNotRelated() {
    var random = new TrialRandom(1, 0, TrialRandom.Purpose.NOISE);
    double products = 0;
    double before = random.gaussian();
    for (int i = 0; i < COUNT; i++) {
      double x = random.gaussian();
      products += x * before;
      before = x;
    }

    assertEquals(0, products / COUNT, .01); // four standard errors, 1 / √n
  }

  @Test
  void seedTrialAndPurposeAllMatter() {
    double number = new TrialRandom(1, 2, TrialRandom.Purpose.NOISE).uniform(0, 1);

    assertEquals(number, new TrialRandom(1, 2, TrialRandom.Purpose.NOISE).uniform(0, 1));
    assertNotEquals(number, new TrialRandom(2, 2, TrialRandom.Purpose.NOISE).uniform(0, 1));
    assertNotEquals(number, new TrialRandom(1, 3, TrialRandom.Purpose.NOISE).uniform(0, 1));
    assertNotEquals(number, new TrialRandom(1, 2, TrialRandom.Purpose.MOTION).uniform(0, 1));
    assertNotEquals(number, new TrialRandom(2, 1, TrialRandom.Purpose.NOISE).uniform(0, 1));
  }
}
