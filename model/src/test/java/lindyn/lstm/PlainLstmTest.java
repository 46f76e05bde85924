package lindyn.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lindyn.FloatMatrix;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainLstmTest {

  /**
   * Float32 holds the golden weights and inputs exactly; what remains is rounding at 6e-8 and a
   * tanh good to 4e-7, through at most three layers and six steps of weights around 1.
   */
  private static final float TOLERANCE = 1e-5f;

  /** Golden values from numpy; src/test/python/lstm_forward.py makes them. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("goldenCases")
  void agreesWithNumpy(JsonNode golden) {
    var network =
        new PlainLstm(LstmConfig.Cell.valueOf(golden.get("cell").asText()), weights(golden));
    JsonNode outputs = golden.get("outputs");

    for (int t = 0; t < outputs.size(); t++) {
      float[] expected = vector(outputs.get(t));
      float[] actual = new float[expected.length];
      network.step(vector(golden.get("inputs").get(t)), actual);

      assertArrayEquals(expected, actual, TOLERANCE, "step " + t);
    }
  }

  @Test
  void resetForgetsAllSteps() throws IOException {
    for (JsonNode golden : goldenFile().get("cases")) {
      var network =
          new PlainLstm(LstmConfig.Cell.valueOf(golden.get("cell").asText()), weights(golden));
      float[] input = vector(golden.get("inputs").get(0));
      float[] first = new float[golden.get("outputs").get(0).size()];
      float[] again = first.clone();
      network.step(input, first);
      network.step(input, again);

      network.reset();
      network.step(input, again);

      assertArrayEquals(first, again, golden.get("name").asText());
    }
  }

  @Test
  void goldenFileHasBothCellsBothReadOutsAndThreeDepths() throws IOException {
    assertEquals(12, goldenFile().get("cases").size());
  }

  static Stream<Named<JsonNode>> goldenCases() throws IOException {
    return StreamSupport.stream(goldenFile().get("cases").spliterator(), false)
        .map(golden -> Named.of(golden.get("name").asText(), golden));
  }

  private static JsonNode goldenFile() throws IOException {
    try (InputStream file = PlainLstmTest.class.getResourceAsStream("forward.json")) {
      assertNotNull(file);
      return new ObjectMapper().readTree(file);
    }
  }

  private static LstmWeights weights(JsonNode golden) {
    List<LstmWeights.Layer> layers = new ArrayList<>();
    for (JsonNode layer : golden.get("layers")) {
      layers.add(new LstmWeights.Layer(matrix(layer.get("kernel")), row(layer.get("bias"))));
    }
    Optional<LstmWeights.ReadOut> readOut =
        Optional.ofNullable(golden.get("readOut"))
            .map(
                head -> new LstmWeights.ReadOut(matrix(head.get("kernel")), row(head.get("bias"))));
    return new LstmWeights(layers, readOut);
  }

  private static FloatMatrix matrix(JsonNode rows) {
    int columns = rows.get(0).size();
    float[] values = new float[rows.size() * columns];
    for (int r = 0; r < rows.size(); r++) {
      System.arraycopy(vector(rows.get(r)), 0, values, r * columns, columns);
    }
    return FloatMatrix.of(rows.size(), columns, values);
  }

  private static FloatMatrix row(JsonNode numbers) {
    return FloatMatrix.of(1, numbers.size(), vector(numbers));
  }

  private static float[] vector(JsonNode numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers.get(i).asDouble();
    }
    return values;
  }
}
