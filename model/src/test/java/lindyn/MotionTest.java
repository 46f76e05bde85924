package lindyn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MotionTest {

  private static final JointSeries TWO_BY_TWO = JointSeries.of(new float[] {1, 2, 3, 4}, 2, 2);
  private static final JointSeries NO_EXTRA = JointSeries.of(new float[0], 2, 0);
  private static final SampleTimes TIMES = SampleTimes.every(0.01, 2);

  @Test
  void putsInputsInTheOrderPositionVelocityAccelerationExtra() {
    var motion =
        new Motion(
            "a",
            TIMES,
            TWO_BY_TWO,
            JointSeries.of(new float[] {5, 6, 7, 8}, 2, 2),
            JointSeries.of(new float[] {9, 10, 11, 12}, 2, 2),
            JointSeries.of(new float[] {13, 14}, 2, 1));

    assertEquals(7, motion.inputs());
    assertArrayEquals(
        new float[] {1, 2, 5, 6, 9, 10, 13, 3, 4, 7, 8, 11, 12, 14},
        motion.inputSeries().toArray());
  }

  @Test
  void refusesASeriesOfAnotherShapeByName() {
    var tooShort = JointSeries.of(new float[] {1, 2}, 1, 2);

    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Motion("a", TIMES, TWO_BY_TWO, TWO_BY_TWO, tooShort, NO_EXTRA));

    assertTrue(String.valueOf(error.getMessage()).contains("qdd of motion a has shape [1, 2]"));
  }

  @Test
  void refusesARobotWithoutJoints() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Motion("a", TIMES, NO_EXTRA, NO_EXTRA, NO_EXTRA, NO_EXTRA));
  }

  @Test
  void aSliceHoldsTheSamplesInBetween() {
    Motion motion = RandomTrajectory.of("a", 10, 2, 1, 1).motion();

    Motion slice = motion.slice("b", 3, 7);

    assertEquals("b", slice.id());
    assertEquals(4, slice.timeSteps());
    assertEquals(motion.inputSeries().slice(3, 7), slice.inputSeries());
    assertEquals(motion.times().at(3), slice.times().at(0));
  }

  @Test
  void aTrajectoryRefusesTorquesOfAnotherShape() {
    var motion = new Motion("a", TIMES, TWO_BY_TWO, TWO_BY_TWO, TWO_BY_TWO, NO_EXTRA);

    assertThrows(IllegalArgumentException.class, () -> new Trajectory(motion, NO_EXTRA));
  }
}
