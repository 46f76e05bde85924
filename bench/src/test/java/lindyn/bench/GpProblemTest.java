package lindyn.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import lindyn.data.LogData;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class GpProblemTest {

  private static final LogData ARM = ArmData.of(ArmSetup.DEFAULT, 1, 2).logData();

  @Test
  void columnsAreStandardised() {
    GpProblem problem = GpProblem.draw(ARM, 50, 1);

    for (int column = 0; column < problem.x().columns(); column++) {
      double[] numbers = Arrays.copyOfRange(problem.x().values(), 50 * column, 50 * (column + 1));
      assertEquals(0, StatUtils.mean(numbers), 1e-5); // logs are in single precision
      assertEquals(1, StatUtils.populationVariance(numbers), 1e-5);
    }
    assertEquals(50, problem.y().rows());
  }

  @Test
  void samplesDependOnTheSeedAlone() {
    double[] once = GpProblem.draw(ARM, 20, 3).x().values();

    assertArrayEquals(once, GpProblem.draw(ARM, 20, 3).x().values());
    assertFalse(Arrays.equals(once, GpProblem.draw(ARM, 20, 4).x().values()));
  }

  @Test
  void likelihoodExistsAtTheStart() {
    GpProblem problem = GpProblem.draw(ARM, 20, 3);

    var value = problem.likelihood().at(problem.space(true).start());

    assertEquals(problem.space(true).start().length, value.gradient().length);
    assertFalse(Double.isInfinite(value.value()));
  }
}
