package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole trials, against golden values of src/test/python/flask_pushing.py and against physics. */
class FlaskPushingTest {

  /** Two programs' rounding, after 4100 steps; signals are of the order of 1 to 50. */
  private static final double ROUNDING = 1e-9;

  private static final ArmSetup QUIET =
      ArmSetup.DEFAULT.withSensors(SensorVariant.LAG_30_30.model().withoutNoise());
  private static final List<PushedTrial> TRIALS = new ArrayList<>();
  private static final List<Measurement> MEASURED = new ArrayList<>();

  @BeforeAll
  static void simulate() {
    for (Trial trial : GoldenTrials.trials()) {
      PushedTrial pushed = FlaskPushing.simulate(QUIET, trial);
      TRIALS.add(pushed);
      MEASURED.add(Measurement.of(QUIET, pushed, noise()));
    }
  }

  private static TrialRandom noise() {
    return new TrialRandom(1, 0, TrialRandom.Purpose.NOISE);
  }

  private static void assertGolden(List<SampleTable> tables, String name) {
    for (GoldenTrials.Row golden : GoldenTrials.signals()) {
      int sample = (int) golden.at("sample");
      SampleTable table = tables.get((int) golden.at("trial"));
      for (int j = 0; j < 5; j++) {
        assertEquals(
            golden.at(name + (j + 1)),
            table.at(sample, j),
            ROUNDING,
            name + (j + 1) + " at sample " + sample);
      }
    }
  }

  private static void assertGoldenScene(int column, String name) {
    for (GoldenTrials.Row golden : GoldenTrials.signals()) {
      int sample = (int) golden.at("sample");
      SampleTable scene = TRIALS.get((int) golden.at("trial")).scene();
      assertEquals(
          golden.at(name), scene.at(sample, column), ROUNDING, name + " at sample " + sample);
    }
  }

  @Test
  void positionsAgreeWithNumpy() {
    assertGolden(TRIALS.stream().map(PushedTrial::motorPosition).toList(), "motor");
  }

  @Test
  void frictionAgreesWithNumpy() {
    assertGolden(TRIALS.stream().map(PushedTrial::friction).toList(), "friction");
  }

  @Test
  void torquesAgreeWithNumpy() {
    assertGolden(TRIALS.stream().map(PushedTrial::torque).toList(), "torque");
    assertGolden(TRIALS.stream().map(PushedTrial::lateTorque).toList(), "late3030_");
  }

  @Test
  void torquesOfTheQuickSensorAgreeWithNumpy() {
    ArmSetup quick = ArmSetup.DEFAULT.withSensors(SensorVariant.LAG_10_15.model());
    List<SampleTable> torques =
        GoldenTrials.trials().stream()
            .map(trial -> FlaskPushing.simulate(quick, trial).lateTorque())
            .toList();

    assertGolden(torques, "late1015_");
  }

  @Test
  void contactFlaskAndLiquidAgreeWithNumpy() {
    assertGoldenScene(PushedTrial.CONTACT, "contact");
    assertGoldenScene(PushedTrial.FLASK, "flask");
    assertGoldenScene(PushedTrial.SLOSH, "slosh");
  }

  @Test
  void measurementsWithoutNoiseAgreeWithNumpy() {
    assertGolden(MEASURED.stream().map(Measurement::q).toList(), "q");
    assertGolden(MEASURED.stream().map(Measurement::qd).toList(), "qd");
    assertGolden(MEASURED.stream().map(Measurement::qdd).toList(), "qdd");
    assertGolden(MEASURED.stream().map(Measurement::tau).toList(), "late3030_");
  }

  @Test
  void everyDrawnTrialPushesTheFlaskAndNeverPullsIt() {
    var draw = new TrialDraw(7, TrialDraw.FILLS, 5);
    for (int index = 0; index < 30; index++) {
      SampleTable scene = FlaskPushing.simulate(QUIET, draw.trial(index)).scene();
      double strongest = 0;
      for (int row = 0; row < scene.rows(); row++) {
        assertTrue(scene.at(row, PushedTrial.CONTACT) >= 0, "trial " + index + ", row " + row);
        strongest = Math.max(strongest, scene.at(row, PushedTrial.CONTACT));
      }
      double shift = scene.at(409, PushedTrial.FLASK) - scene.at(0, PushedTrial.FLASK);
      assertTrue(strongest > 1 && strongest < 30, "trial " + index + ": " + strongest + " N");
      assertTrue(shift > .1, "trial " + index + ": " + shift + " m");
    }
  }

  @Test
  void theFlaskDoesNotMoveOnTheWayBack() {
    SampleTable scene = TRIALS.get(0).scene(); // out until 1.94 s, then it slides on a little

    assertEquals(scene.at(300, PushedTrial.FLASK), scene.at(409, PushedTrial.FLASK), .005);
    assertEquals(0, scene.at(300, PushedTrial.CONTACT));
  }

  @Test
  void refusesTrialsOfAnotherArm() {
    List<Double> joints = Collections.nCopies(6, .1);
    var trial = new Trial(.2, joints, joints, joints, new Trial.Timing(0, 1, 0, 1), .15);

    assertThrows(IllegalArgumentException.class, () -> FlaskPushing.simulate(QUIET, trial));
  }

  @Test
  void refusesAMotionThatGoesNowhere() {
    List<Double> start = Collections.nCopies(7, .5);
    List<Double> zeros = Collections.nCopies(7, 0.0);
    var trial = new Trial(.2, start, zeros, zeros, new Trial.Timing(0, 1, 0, 1), .15);

    assertThrows(IllegalArgumentException.class, () -> FlaskPushing.simulate(QUIET, trial));
  }
}
