package lindyn.gp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import lindyn.Motion;
import lindyn.data.Standardizer;
import lindyn.gp.algebra.Matrix;
import org.junit.jupiter.api.Test;

class WindowInputsTest {

  private static final Motion MOTION = ToyRobot.log(1, 10, 1).trajectories().get(0).motion();
  private static final Standardizer HALVED =
      new Standardizer(
          Collections.nCopies(6, 1.0), Collections.nCopies(6, 2.0), Standardizer.UNLIMITED);

  @Test
  void holdTheLastStepsTheOldestFirst() {
    Matrix points = new WindowInputs(HALVED, 3).of(MOTION, 5, 7);

    assertEquals(2, points.rows());
    assertEquals(18, points.columns());
    for (int step = 0; step < 3; step++) {
      assertEquals((MOTION.q().at(4 + step, 1) - 1) / 2, points.at(1, 6 * step + 1), 1e-7);
      assertEquals((MOTION.qdd().at(3 + step, 0) - 1) / 2, points.at(0, 6 * step + 4), 1e-6);
    }
  }

  @Test
  void repeatTheFirstSampleBeforeTheBeginning() {
    Matrix points = new WindowInputs(HALVED, 4).of(MOTION, 0, 2);

    for (int step = 0; step < 3; step++) {
      assertEquals((MOTION.q().at(0, 0) - 1) / 2, points.at(1, 6 * step), 1e-7);
    }
    assertEquals((MOTION.q().at(1, 0) - 1) / 2, points.at(1, 18), 1e-7);
  }
}
