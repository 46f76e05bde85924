package lindyn.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lindyn.Motion;
import org.junit.jupiter.api.Test;

class ManyClientsTest {

  private static final int CLIENTS = 24;

  @Test
  void eachGetsItsOwnTorques() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try (ServedModel served = ServedModel.with(ServedModel.settings())) {
      List<Callable<Boolean>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        clients.add(() -> number % 3 == 0 ? predicts(served, number) : steps(served, number));
      }

      for (Future<Boolean> client : threads.invokeAll(clients)) {
        assertEquals(true, client.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean predicts(ServedModel served, int number) {
    Motion motion = MotionJson.motion(100, number);
    String request = "{\"motion\": " + MotionJson.rows(motion) + "}";
    float[][] tau = MotionJson.rows(served.model().predict(motion));
    for (int i = 0; i < 10; i++) {
      assertArrayEquals(tau, served.post("/predict", request).tau());
    }
    return true;
  }

  private static boolean steps(ServedModel served, int number) {
    Motion motion = MotionJson.motion(50, number);
    float[][] inputs = MotionJson.inputs(motion);
    float[][] tau = MotionJson.rows(served.model().predict(motion));
    for (int t = 0; t < tau.length; t++) {
      String request = MotionJson.step("robot " + number, inputs[t]);
      assertArrayEquals(tau[t], served.post("/step", request).tauOfStep());
    }
    return true;
  }

  @Test
  void oneRobotTakesTheStepsOfManyOneByOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try (ServedModel served = ServedModel.with(ServedModel.settings())) {
      float[] input = MotionJson.inputs(MotionJson.motion(1, 1))[0];
      float[] first = served.post("/step", MotionJson.step("arm", input)).tauOfStep();
      Callable<float[]> client =
          () -> served.post("/step", MotionJson.firstStep("arm", input)).tauOfStep();

      for (Future<float[]> tau : threads.invokeAll(Collections.nCopies(200, client))) {
        assertArrayEquals(first, tau.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
