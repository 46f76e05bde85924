package lindyn.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.data.History;
import lindyn.data.Standardizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedLstmTest {

  private static final LstmConfig WINDOWS =
      LstmConfig.PAPER.withHiddenUnits(4).withHistory(new History.Window(5));
  private static final LstmConfig STREAM =
      LstmConfig.RECOMMENDED.withHiddenUnits(4).withHistory(new History.Stream(10, 3));

  static Stream<Arguments> configsAndSeeds() {
    return LongStream.rangeClosed(1, 4)
        .boxed()
        .flatMap(seed -> Stream.of(WINDOWS, STREAM).map(config -> Arguments.of(config, seed)));
  }

  /** A control loop can only use a prediction that needs no later sample. */
  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("configsAndSeeds")
  void laterSamplesNeverChangeEarlierTorques(LstmConfig config, long seed) {
    TrainedLstm model = RandomLstm.model(config, seed);
    Motion motion = RandomLstm.motion(12, seed);
    Motion otherEnd = RandomLstm.rows(motion, 0, 1, 2, 3, 4, 5, 6, 7, 11, 10, 9, 8);

    JointSeries tau = model.predict(motion);
    JointSeries otherTau = model.predict(otherEnd);

    assertEquals(tau.slice(0, 8), otherTau.slice(0, 8));
    assertEquals(tau.slice(0, 8), model.predict(motion.slice("beginning", 0, 8)));
    assertNotEquals(tau.slice(8, 9), otherTau.slice(8, 9));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void windowSeesNothingBeforeIt(long seed) {
    TrainedLstm model = RandomLstm.model(WINDOWS, seed);
    Motion motion = RandomLstm.motion(12, seed);

    JointSeries tau = model.predict(motion);

    // from its fifth sample on, a motion that starts later has the same windows
    JointSeries late = model.predict(motion.slice("late start", 4, 12));
    assertEquals(tau.slice(8, 12), late.slice(4, 8));
    assertNotEquals(tau.slice(7, 8), late.slice(3, 4));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void streamSeesEverythingSinceTheStart(long seed) {
    TrainedLstm model = RandomLstm.model(STREAM, seed);
    Motion motion = RandomLstm.motion(12, seed);
    Motion otherStart = RandomLstm.rows(motion, 1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    JointSeries tau = model.predict(motion);

    assertNotEquals(tau.slice(11, 12), model.predict(otherStart).slice(11, 12));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void firstSampleFillsTheWindowAtTheStart(long seed) {
    TrainedLstm model = RandomLstm.model(WINDOWS, seed);
    Motion motion = RandomLstm.motion(4, seed);
    Motion repeated = RandomLstm.rows(motion, 0, 0, 0, 0, 0, 1, 2, 3);

    assertEquals(model.predict(motion), model.predict(repeated).slice(4, 8));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void firstSampleWarmsUpTheStream(long seed) {
    TrainedLstm model = RandomLstm.model(STREAM, seed);
    TrainedLstm cold = RandomLstm.model(STREAM.withHistory(new History.Stream(10, 0)), seed);
    Motion motion = RandomLstm.motion(4, seed);
    Motion repeated = RandomLstm.rows(motion, 0, 0, 0, 0, 1, 2, 3);

    assertEquals(model.predict(motion), cold.predict(repeated).slice(3, 7));
  }

  @Test
  void predictsInTheUnitsOfTheLog() {
    TrainedLstm model = RandomLstm.model(STREAM.withBase(LstmConfig.Base.NONE), 1);
    var tenfold =
        new Standardizer(
            model.targetStandardizer().offset(),
            model.targetStandardizer().scale().stream().map(s -> 10 * s).toList(),
            Standardizer.UNLIMITED);
    Motion motion = RandomLstm.motion(5, 1);

    JointSeries tau = model.predict(motion);
    JointSeries scaled =
        new TrainedLstm(
                model.signals(),
                model.config(),
                model.weights(),
                model.base(),
                model.inputStandardizer(),
                tenfold,
                model.provenance())
            .predict(motion);

    IntStream.range(0, 5)
        .forEach(
            t -> {
              double offset = tenfold.offset().get(1);
              // torques of a few N·m in float32
              assertEquals(10 * (tau.at(t, 1) - offset), scaled.at(t, 1) - offset, 1e-5);
            });
  }

  @Test
  void predictsNothingForAMotionWithoutSamples() {
    JointSeries tau = RandomLstm.model(STREAM, 1).predict(RandomLstm.motion(0, 1));

    assertEquals(JointSeries.of(new float[0], 0, 2), tau);
  }

  @Test
  void refusesAMotionWithoutTheExtraInput() {
    Motion motion = RandomLstm.motion(3, 1);
    var withoutLoad =
        new Motion(
            "unloaded",
            SampleTimes.every(0.01, 3),
            motion.q(),
            motion.qd(),
            motion.qdd(),
            JointSeries.of(new float[0], 3, 0));
    TrainedLstm model = RandomLstm.model(STREAM, 1);

    var thrown = assertThrows(IllegalArgumentException.class, () -> model.predict(withoutLoad));

    assertEquals(
        "motion unloaded has 2 joints and 0 extra inputs; the model was trained on 2 joints and the"
            + " extra inputs [load]",
        thrown.getMessage());
  }

  @Test
  void refusesWeightsOfAnotherRobot() {
    TrainedLstm model = RandomLstm.model(STREAM, 1);
    var threeJoints = new Signals(List.of("a", "b", "c"), List.of(), "N·m", 0.01);

    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TrainedLstm(
                threeJoints,
                model.config(),
                model.weights(),
                model.base(),
                model.inputStandardizer(),
                model.targetStandardizer(),
                model.provenance()));
  }
}
