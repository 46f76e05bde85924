package lindyn.lstm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.Motion;
import lindyn.data.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchStepPredictorTest {

  private static final int INPUTS = RandomLstm.SIGNALS.inputs();
  private static final int JOINTS = RandomLstm.SIGNALS.joints();

  static Stream<Arguments> networksAndRobots() {
    return networks()
        .flatMap(
            config -> IntStream.of(1, 3, 16, 33).mapToObj(robots -> Arguments.of(config, robots)));
  }

  /** Both cells, both read-outs, one and two layers, all histories, with and without base. */
  private static Stream<LstmConfig> networks() {
    List<LstmConfig> networks = new ArrayList<>();
    for (History history :
        List.of(new History.Stream(10, 3), new History.Stream(10, 0), new History.Window(5))) {
      LstmConfig tanh = LstmConfig.RECOMMENDED.withHiddenUnits(7).withHistory(history);
      LstmConfig paper = LstmConfig.PAPER.withHistory(history);
      networks.add(tanh);
      networks.add(tanh.withLayers(3).withBase(LstmConfig.Base.NONE));
      networks.add(paper);
      networks.add(paper.withReadOut(LstmConfig.ReadOut.LINEAR).withLayers(1));
    }
    return networks.stream();
  }

  @ParameterizedTest(name = "{1} robots, {0}")
  @MethodSource("networksAndRobots")
  void predictsForEachRobotWhatItsOwnPredictorDoes(LstmConfig config, int robots) {
    TrainedLstm model = RandomLstm.model(config, robots);
    var batch = new BatchStepPredictor(model, robots);
    List<StepPredictor> single =
        Stream.generate(() -> new StepPredictor(model)).limit(robots).toList();
    Motion motion = RandomLstm.motion(20 * robots, robots);
    var random = new SplittableRandom(robots);

    for (int t = 0; t < 20; t++) {
      if (t == 13) {
        batch.reset();
        single.forEach(StepPredictor::reset);
      } else if (t > 2) {
        int robot = random.nextInt(robots);
        batch.reset(robot);
        single.get(robot).reset();
      }
      float[] inputs = inputs(motion, t * robots, robots);
      float[] tau = new float[robots * JOINTS];
      batch.step(inputs, tau);

      assertArrayEquals(bits(one(single, inputs)), bits(tau), "step " + t);
    }
  }

  private static float[] inputs(Motion motion, int first, int robots) {
    float[] inputs = new float[robots * INPUTS];
    for (int robot = 0; robot < robots; robot++) {
      motion.copyInputs(first + robot, inputs, robot * INPUTS);
    }
    return inputs;
  }

  private static float[] one(List<StepPredictor> predictors, float[] inputs) {
    float[] all = new float[predictors.size() * JOINTS];
    float[] input = new float[INPUTS];
    float[] tau = new float[JOINTS];
    for (int robot = 0; robot < predictors.size(); robot++) {
      System.arraycopy(inputs, robot * INPUTS, input, 0, INPUTS);
      predictors.get(robot).step(input, tau);
      System.arraycopy(tau, 0, all, robot * JOINTS, JOINTS);
    }
    return all;
  }

  /** Zeros of both signs differ. */
  private static int[] bits(float[] numbers) {
    return IntStream.range(0, numbers.length)
        .map(i -> Float.floatToRawIntBits(numbers[i]))
        .toArray();
  }

  @Test
  void refusesAnotherNumberOfRobots() {
    TrainedLstm model = RandomLstm.model(LstmConfig.PAPER, 1);
    var batch = new BatchStepPredictor(model, 3);

    var none = assertThrows(IllegalArgumentException.class, () -> new BatchStepPredictor(model, 0));
    var fourth = assertThrows(IllegalArgumentException.class, () -> batch.reset(3));
    var inputs =
        assertThrows(IllegalArgumentException.class, () -> batch.step(new float[20], new float[6]));
    var tau =
        assertThrows(IllegalArgumentException.class, () -> batch.step(new float[21], new float[7]));

    assertAll(
        () -> assertEquals("robots must be at least 1, got 0", none.getMessage()),
        () -> assertEquals("robot must be from 0 to 2, got 3", fourth.getMessage()),
        () ->
            assertEquals(
                "inputs has 20 numbers, the model has 7 for each of 3 robots", inputs.getMessage()),
        () ->
            assertEquals(
                "tau has 7 numbers, the model has 2 for each of 3 robots", tau.getMessage()));
  }
}
