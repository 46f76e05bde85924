package lindyn.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lindyn.Motion;
import lindyn.data.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepPredictorTest {

  private static final LstmConfig CONFIG = LstmConfig.RECOMMENDED.withHiddenUnits(4);

  static Stream<Arguments> historiesAndSeeds() {
    return Stream.of(
            new History.Stream(10, 3),
            new History.Stream(10, 0),
            new History.Window(5),
            new History.Window(1))
        .flatMap(
            history -> LongStream.rangeClosed(1, 3).mapToObj(seed -> Arguments.of(history, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("historiesAndSeeds")
  void steppingThroughAMotionIsPredictingIt(History history, long seed) {
    TrainedLstm model = RandomLstm.model(CONFIG.withHistory(history), seed);
    Motion motion = RandomLstm.motion(20, seed);

    float[] stepped = stepThrough(new StepPredictor(model), motion);

    assertArrayEquals(model.predict(motion).toArray(), stepped);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("historiesAndSeeds")
  void resetStartsANewMotion(History history, long seed) {
    TrainedLstm model = RandomLstm.model(CONFIG.withHistory(history), seed);
    Motion motion = RandomLstm.motion(20, seed);
    var predictor = new StepPredictor(model);
    float[] first = stepThrough(predictor, motion);

    predictor.reset();
    float[] again = stepThrough(predictor, motion);

    assertArrayEquals(first, again);
  }

  @Test
  void goesOnWithOtherWeightsInItsOwnState() {
    LstmConfig config = CONFIG.withHistory(new History.Stream(10, 3)).withLayers(2);
    TrainedLstm model = RandomLstm.model(config, 1);
    TrainedLstm other = model.withWeights(RandomLstm.model(config, 2).weights());
    Motion motion = RandomLstm.motion(20, 1);
    Motion rest = motion.slice("rest", 12, 20);
    var predictor = new StepPredictor(model);
    stepThrough(predictor, motion.slice("first", 0, 12));

    predictor.takeWeights(new StepPredictor(other));
    float[] mixed = stepThrough(predictor, rest);

    assertFalse(Arrays.equals(model.predict(motion).slice(12, 20).toArray(), mixed)); // its weights
    assertFalse(Arrays.equals(other.predict(rest).toArray(), mixed)); // its state
    predictor.reset();
    assertArrayEquals(other.predict(motion).toArray(), stepThrough(predictor, motion));
  }

  private static float[] stepThrough(StepPredictor predictor, Motion motion) {
    float[] input = new float[motion.inputs()];
    float[] tau = new float[motion.joints()];
    float[] rows = new float[motion.timeSteps() * motion.joints()];
    for (int t = 0; t < motion.timeSteps(); t++) {
      motion.copyInputs(t, input, 0);
      predictor.step(input, tau);
      System.arraycopy(tau, 0, rows, t * tau.length, tau.length);
    }
    return rows;
  }

  @Test
  void refusesAnInputOrATorqueVectorOfAnotherLength() {
    var predictor = new StepPredictor(RandomLstm.model(CONFIG, 1));

    var input =
        assertThrows(
            IllegalArgumentException.class, () -> predictor.step(new float[6], new float[2]));
    var tau =
        assertThrows(
            IllegalArgumentException.class, () -> predictor.step(new float[7], new float[3]));

    assertEquals("input has 6 numbers, the model has 7", input.getMessage());
    assertEquals("tau has 3 numbers, the model has 2", tau.getMessage());
  }
}
