package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final History STREAM = new History.Stream(10, 4);

  private static final Split SPLIT =
      new Split(
          List.of(trajectory("train", 600)),
          List.of(trajectory("validation", 300)),
          List.of(trajectory("test", 300)),
          List.of());

  private static Trajectory trajectory(String id, int timeSteps) {
    return RandomTrajectory.of(id, timeSteps, 1, 0, timeSteps);
  }

  @Test
  void keepsTrainingAndValidationApartAndTestSamplesNever() {
    Rehearsal rehearsal = Rehearsal.NONE.plus(SPLIT, STREAM, 509, 1);

    assertEquals(40, rehearsal.train().pieces().size());
    assertEquals(10, rehearsal.validation().pieces().size());
    assertTrue(rehearsal.train().pieces().stream().allMatch(p -> p.id().equals("train")));
    assertTrue(rehearsal.validation().pieces().stream().allMatch(p -> p.id().equals("validation")));
    assertEquals(100, rehearsal.train().seen());
  }

  @Test
  void goesOnWithFurtherData() {
    Rehearsal twice = Rehearsal.NONE.plus(SPLIT, STREAM, 500, 1).plus(SPLIT, STREAM, 500, 2);

    assertEquals(40, twice.train().pieces().size());
    assertEquals(200, twice.train().seen());
  }

  @Test
  void tooFewSamplesAreNothing() {
    assertSame(Rehearsal.NONE, Rehearsal.NONE.plus(SPLIT, STREAM, 49, 1));
    assertTrue(Rehearsal.NONE.isEmpty());
  }
}
