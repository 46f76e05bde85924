package lindyn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.StepPredictor;
import lindyn.lstm.TrainedLstm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A controller reads a model and predicts with this module and Jackson alone. */
class SmallJarTest {

  private static final int STEPS = 30;

  @TempDir Path folder;

  static Stream<LstmConfig> networks() {
    return Stream.of(LstmConfig.RECOMMENDED, LstmConfig.PAPER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void predictsWithoutTensorFlowAndCommonsMath(LstmConfig config) throws Exception {
    TrainedLstm model = RandomModels.model(config, 1, 1);
    Path saved = folder.resolve("model");
    RandomModels.write(model, saved);

    List<String> lines = controller(saved);

    assertEquals(expected(model), lines);
  }

  private static List<String> expected(TrainedLstm model) {
    var predictor = new StepPredictor(model);
    float[] input = new float[model.signals().inputs()];
    float[] tau = new float[model.signals().joints()];
    List<String> lines = new ArrayList<>();
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < input.length; i++) {
        input[i] = 0.01f * t * (i + 1) - 1;
      }
      predictor.step(input, tau);
      for (float torque : tau) {
        lines.add(Integer.toHexString(Float.floatToRawIntBits(torque)));
      }
    }
    return lines;
  }

  /** Runs {@code Controller.java} in a JVM of its own; returns what it prints. */
  private static List<String> controller(Path model) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                sourceOfController().toString(),
                model.toString(),
                Integer.toString(STEPS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output.lines().toList();
  }

  /** Returns this module and the three jars of Jackson. */
  private static String classPath() {
    return Stream.of(ModelFolder.class, ObjectMapper.class, JsonParser.class, JsonProperty.class)
        .map(SmallJarTest::place)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns the folder or jar of a class. */
  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path sourceOfController() throws IOException, URISyntaxException {
    var source = SmallJarTest.class.getResource("Controller.java");
    if (source == null) {
      throw new IOException("Controller.java is missing beside the tests' resources");
    }
    return Path.of(source.toURI());
  }
}
