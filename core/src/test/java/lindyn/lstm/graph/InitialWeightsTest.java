package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmConfig.Base;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialWeightsTest {

  private static final int INPUTS = 21;
  private static final int UNITS = 16;
  private static final int JOINTS = 7;
  private static final LstmShape SHAPE = new LstmShape(INPUTS, List.of(UNITS, UNITS), JOINTS, true);

  @ParameterizedTest(name = "layer {0}, seed {1}")
  @CsvSource({"0, 1", "1, 1", "0, 2", "1, 2"})
  void recurrentRowsAreOrthonormal(int layer, long seed) {
    FloatMatrix kernel = draw(Base.NONE, seed).layers().get(layer).kernel();
    int first = SHAPE.inputsOf(layer);

    for (int a = 0; a < UNITS; a++) {
      for (int b = 0; b < UNITS; b++) {
        double product = 0;
        for (int column = 0; column < 4 * UNITS; column++) {
          product += (double) kernel.at(first + a, column) * kernel.at(first + b, column);
        }
        assertEquals(a == b ? 1 : 0, product, 1e-6); // rows rounded to float32
      }
    }
  }

  @ParameterizedTest(name = "layer {0}, seed {1}")
  @CsvSource({"0, 1", "1, 1", "0, 2", "1, 2"})
  void inputWeightsAreUniformWithinGlorotsBounds(int layer, long seed) {
    FloatMatrix kernel = draw(Base.NONE, seed).layers().get(layer).kernel();
    int inputs = SHAPE.inputsOf(layer);

    assertUniform(
        Math.sqrt(6.0 / (inputs + 4 * UNITS)), Arrays.copyOf(kernel.toArray(), inputs * 4 * UNITS));
  }

  @Test
  void readOutIsUniformWithinGlorotsBounds() {
    LstmWeights.ReadOut readOut = draw(Base.NONE, 1).readOut().orElseThrow();

    assertUniform(Math.sqrt(6.0 / (UNITS + JOINTS)), readOut.kernel().toArray());
    assertArrayEquals(new float[JOINTS], readOut.bias().toArray());
  }

  private static void assertUniform(double limit, float[] values) {
    double square = 0;
    for (float value : values) {
      assertTrue(Math.abs(value) <= limit);
      square += value * value;
    }
    // A uniform number has the variance limit²/3; a mean of 112 squares strays by 8 %.
    assertEquals(limit * limit / 3, square / values.length, 0.25 * limit * limit / 3);
  }

  @Test
  void onlyTheForgetGateHasABias() {
    float[] expected = new float[4 * UNITS];
    Arrays.fill(expected, UNITS, 2 * UNITS, 1);

    for (LstmWeights.Layer layer : draw(Base.NONE, 1).layers()) {
      assertArrayEquals(expected, layer.bias().toArray());
    }
  }

  @Test
  void predictsZeroWhereABaseDoesTheWork() {
    LstmWeights.ReadOut readOut = draw(Base.RIGID_BODY, 1).readOut().orElseThrow();

    assertArrayEquals(new float[UNITS * JOINTS], readOut.kernel().toArray());
    assertArrayEquals(new float[JOINTS], readOut.bias().toArray());
    assertEquals(draw(Base.NONE, 1).layers(), draw(Base.RIGID_BODY, 1).layers());
  }

  @Test
  void hasNoReadOutWhereTheLastLayerPredicts() {
    var shape = new LstmShape(INPUTS, List.of(UNITS, JOINTS), JOINTS, false);

    LstmWeights weights = new InitialWeights(Base.NONE, new SplittableRandom(1)).draw(shape);

    assertEquals(Optional.empty(), weights.readOut());
    assertEquals(shape, weights.shape());
  }

  @Test
  void oneSeedDrawsTheSameWeights() {
    assertEquals(draw(Base.NONE, 1), draw(Base.NONE, 1));
    assertNotEquals(draw(Base.NONE, 1), draw(Base.NONE, 2));
  }

  private static LstmWeights draw(Base base, long seed) {
    return new InitialWeights(base, new SplittableRandom(seed)).draw(SHAPE);
  }
}
