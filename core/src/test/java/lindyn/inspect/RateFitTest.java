package lindyn.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.inspect.RateFit.Pair;
import org.junit.jupiter.api.Test;

class RateFitTest {

  @Test
  void outliersDoNotMoveTheSlope() {
    var random = new SplittableRandom(1);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double integral = random.nextDouble(-1, 1);
      pairs.add(new Pair(i % 10 == 0 ? 50 : 2 * integral, integral));
    }

    assertEquals(2, RateFit.of(pairs).slope(), 1e-9); // 90 % of the pairs lie on the line
  }

  @Test
  void explainsAllOfALineAndNothingOfNoise() {
    var random = new SplittableRandom(2);
    List<Pair> line = new ArrayList<>();
    List<Pair> noise = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double integral = random.nextDouble(-1, 1);
      line.add(new Pair(3 * integral, integral));
      noise.add(new Pair(random.nextDouble(-1, 1), integral));
    }

    assertEquals(1, RateFit.of(line).explained(), 1e-9);
    assertTrue(RateFit.of(noise).explained() < 0.05, RateFit.of(noise).toString());
  }

  @Test
  void aColumnThatNeverMovesHasNoSlope() {
    assertTrue(Double.isNaN(RateFit.of(List.of(new Pair(1, 0), new Pair(2, 0))).slope()));
  }
}
