package lindyn.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import lindyn.Motion;
import lindyn.data.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepOverHttpTest {

  static Stream<History> histories() {
    return Stream.of(new History.Stream(20, 5), new History.Window(7));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void twoRobotsKeepTheirMotionsApart(History history) {
    try (ServedModel served = ServedModel.of(history)) {
      float[][] left = MotionJson.inputs(MotionJson.motion(40, 1));
      float[][] right = MotionJson.inputs(MotionJson.motion(40, 2));
      float[][] leftTau = tau(served, MotionJson.motion(40, 1));
      float[][] rightTau = tau(served, MotionJson.motion(40, 2));

      for (int t = 0; t < 40; t++) {
        var ofLeft = served.post("/step", MotionJson.step("left arm", left[t]));
        var ofRight = served.post("/step", MotionJson.step("rechter Arm ä", right[t]));

        assertArrayEquals(leftTau[t], ofLeft.tauOfStep());
        assertArrayEquals(rightTau[t], ofRight.tauOfStep());
      }
    }
  }

  private static float[][] tau(ServedModel served, Motion motion) {
    return MotionJson.rows(served.model().predict(motion));
  }

  @Test
  void aResetBeginsAMotion() {
    try (ServedModel served = ServedModel.with(ServedModel.settings())) {
      float[][] inputs = MotionJson.inputs(MotionJson.motion(3, 1));
      float[] first = served.post("/step", MotionJson.step("arm", inputs[0])).tauOfStep();
      served.post("/step", MotionJson.step("arm", inputs[1]));

      var alone = served.post("/step", "{\"robot\": \"arm\", \"reset\": true}");
      var afterwards = served.post("/step", MotionJson.step("arm", inputs[0]));
      var together = served.post("/step", MotionJson.firstStep("arm", inputs[0]));

      assertEquals(200, alone.status());
      assertArrayEquals(first, afterwards.tauOfStep());
      assertArrayEquals(first, together.tauOfStep());
    }
  }

  @Test
  void robotsAreBoundedUntilOneIsRemoved() {
    try (ServedModel served = ServedModel.with(ServedModel.settings().withMostRobots(2))) {
      float[] input = new float[ServedModel.INPUTS];
      served.post("/step", MotionJson.step("one", input));
      served.post("/step", MotionJson.step("two", input));

      var third = served.post("/step", MotionJson.step("three", input));
      var second = served.post("/step", MotionJson.step("two", input));
      var removal = served.post("/step", "{\"robot\": \"one\", \"remove\": true}");
      var thirdAgain = served.post("/step", MotionJson.step("three", input));

      assertEquals(409, third.status());
      assertTrue(third.error().contains("remove"), third.error());
      assertEquals(200, second.status());
      assertEquals(200, removal.status());
      assertEquals(200, thirdAgain.status());
      assertEquals("[\"three\",\"two\"]", served.get("/health").json().get("robots").toString());
    }
  }

  @Test
  void aRemovedRobotBeginsAgain() {
    try (ServedModel served = ServedModel.with(ServedModel.settings())) {
      float[][] inputs = MotionJson.inputs(MotionJson.motion(2, 1));
      float[] first = served.post("/step", MotionJson.step("arm", inputs[0])).tauOfStep();
      served.post("/step", MotionJson.step("arm", inputs[1]));

      served.post("/step", "{\"robot\": \"arm\", \"remove\": true}");

      assertEquals(404, served.post("/step", "{\"robot\": \"arm\", \"remove\": true}").status());
      assertArrayEquals(first, served.post("/step", MotionJson.step("arm", inputs[0])).tauOfStep());
    }
  }

  @Test
  void torquesThatAreNotFiniteDoNotStay() {
    try (ServedModel served = ServedModel.ofPhysics()) {
      float[] huge = new float[ServedModel.INPUTS];
      Arrays.fill(huge, Float.MAX_VALUE);
      float[] input = MotionJson.inputs(MotionJson.motion(1, 1))[0];
      float[] first = served.post("/step", MotionJson.step("arm", input)).tauOfStep();

      var refused = served.post("/step", MotionJson.step("arm", huge));
      var next = served.post("/step", MotionJson.step("arm", input));

      assertEquals(400, refused.status());
      assertTrue(refused.error().contains("not finite"), refused.error());
      assertArrayEquals(first, next.tauOfStep());
    }
  }
}
