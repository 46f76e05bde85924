package lindyn.c;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.Motion;
import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.LstmConfig.ReadOut;
import lindyn.lstm.TrainedLstm;
import lindyn.model.RandomModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CExporterTest {

  private static final int TIME_STEPS = 300;

  /**
   * Part of the torque range by which Java and C may differ: only sin, cos and tanh of the base are
   * not the same to the last bit on every machine.
   */
  private static final double TOLERANCE = 1e-6;

  @TempDir Path parent;

  static Stream<LstmConfig> configurations() {
    var paper = new History.Window(10);
    return Stream.of(
        RandomModels.config(Cell.SIGMOID, ReadOut.NONE, 2, paper),
        RandomModels.config(Cell.TANH, ReadOut.LINEAR, 3, new History.Window(1)),
        RandomModels.config(Cell.TANH, ReadOut.NONE, 1, new History.Stream(20, 0)),
        RandomModels.config(Cell.SIGMOID, ReadOut.LINEAR, 1, new History.Stream(20, 5)),
        RandomModels.config(Cell.SIGMOID, ReadOut.NONE, 3, new History.Stream(20, 19)),
        LstmConfig.RECOMMENDED.withLayers(2).withHistory(paper),
        LstmConfig.RECOMMENDED);
  }

  private Path export(TrainedLstm model) {
    Path folder = parent.resolve("c");
    CExporter.write(model, folder);
    return folder;
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void predictsWhatJavaPredicts(LstmConfig config) throws Exception {
    CCompiler compiler = CCompiler.c99("-O1");
    TrainedLstm model = RandomModels.model(config, 2, 3);
    Motion motion = RandomModels.motion(TIME_STEPS, 2, 4);
    var script = new RobotScript(model);
    for (int t = 0; t < TIME_STEPS; t++) {
      script.step(0, row(motion, t));
    }

    float[] actual = script.run(compiler.program("main.c", export(model)));

    assertClose(model.predict(motion).toArray(), actual);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void robotsAreIndependentAndCanBeReset(LstmConfig config) throws Exception {
    CCompiler compiler = CCompiler.c99("-O1");
    TrainedLstm model = RandomModels.model(config, 0, 7);
    Motion motion = RandomModels.motion(TIME_STEPS, 0, 8);
    var script = new RobotScript(model);
    var random = new SplittableRandom(9);
    for (int t = 0; t < TIME_STEPS; t++) {
      script.step(random.nextInt(2), row(motion, t));
      if (random.nextInt(20) == 0) {
        script.reset(random.nextInt(2));
      }
    }

    float[] actual = script.run(compiler.program("main.c", export(model)));

    assertClose(script.expected(), actual);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void numbersThatAreNotFiniteDoWhatTheyDoInJava(LstmConfig config) throws Exception {
    CCompiler compiler = CCompiler.c99("-O2");
    TrainedLstm model = RandomModels.model(config, 0, 7);
    Motion motion = RandomModels.motion(TIME_STEPS, 0, 8);
    var script = new RobotScript(model);
    for (int t = 0; t < TIME_STEPS; t++) {
      float[] input = row(motion, t);
      if (t % 50 == 20) {
        input[t % input.length] = List.of(Float.NaN, 1 / 0f, -1 / 0f, 1e30f).get(t / 50 % 4);
      } else if (t % 50 == 40) {
        script.reset(0);
      }
      script.step(0, input);
    }

    float[] actual = script.run(compiler.program("main.c", export(model)));

    assertClose(script.expected(), actual);
  }

  @Test
  void aNanPoisonsAStreamUntilTheReset() throws Exception {
    CCompiler compiler = CCompiler.c99("-O1");
    TrainedLstm model = RandomModels.model(LstmConfig.RECOMMENDED, 0, 7);
    float[] sound = row(RandomModels.motion(1, 0, 8), 0);
    float[] spoiled = sound.clone();
    spoiled[5] = Float.NaN;
    var script = new RobotScript(model);
    script.step(0, sound);
    script.step(0, spoiled);
    script.step(0, sound);
    script.reset(0);
    script.step(0, sound);

    float[] tau = script.run(compiler.program("main.c", export(model)));

    for (int i = 0; i < tau.length; i++) {
      int step = i / RandomModels.JOINTS;
      assertEquals(step == 1 || step == 2, Float.isNaN(tau[i]), "step " + step);
    }
  }

  @Test
  void aRobotMayHaveOneJoint() throws Exception {
    CCompiler compiler = CCompiler.c99("-O1");
    TrainedLstm model = OneJointModel.model();
    var script = new RobotScript(model);
    for (int t = 0; t < 20; t++) {
      script.step(0, new float[] {0.1f * t, 1 - 0.1f * t, (t - 3) % 5});
    }

    float[] actual = script.run(compiler.program("main.c", export(model)));

    assertClose(script.expected(), actual);
  }

  private static float[] row(Motion motion, int t) {
    float[] input = new float[motion.inputs()];
    motion.copyInputs(t, input, 0);
    return input;
  }

  @Test
  void neverOverwritesAFolder() throws IOException {
    TrainedLstm model = RandomModels.model(LstmConfig.RECOMMENDED, 0, 3);
    Path existing = Files.createDirectory(parent.resolve("c"));

    assertThrows(InputException.class, () -> CExporter.write(model, existing));

    try (Stream<Path> files = Files.list(existing)) {
      assertEquals(0, files.count());
    }
  }

  private static void assertClose(float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float torque : expected) {
      if (!Float.isNaN(torque)) {
        low = Math.min(low, torque);
        high = Math.max(high, torque);
      }
    }
    float allowed = (float) (TOLERANCE * (high - low));
    assertArrayEquals(expected, actual, allowed); // NaN where NaN is expected, nowhere else
  }
}
