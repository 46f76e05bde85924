package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateRuleTest {

  private static final UpdateRule RULE = new UpdateRule(new Adagrad(1, 2), 3, 4);

  @Test
  void changesOneSettingAtATime() {
    var adam = new Adam(9);

    assertEquals(new UpdateRule(adam, 3, 4), RULE.withOptimizer(adam));
    assertEquals(new UpdateRule(new Adagrad(1, 2), 9, 4), RULE.withClipNorm(9));
    assertEquals(new UpdateRule(new Adagrad(1, 2), 3, 9), RULE.withWeightDecay(9));
    assertEquals(new Adagrad(9, 2), new Adagrad(1, 2).withLearningRate(9));
    assertEquals(new Adam(9, 0.1, 0.2, 0.3), new Adam(1, 0.1, 0.2, 0.3).withLearningRate(9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, 1e-60})
  void ratesAndNormsMustBePositiveInFloat32(double number) {
    assertThrows(IllegalArgumentException.class, () -> new Adagrad(number, 1));
    assertThrows(IllegalArgumentException.class, () -> new Adagrad(1, number));
    assertThrows(IllegalArgumentException.class, () -> new Adam(number));
    assertThrows(IllegalArgumentException.class, () -> new Adam(1, 0.9, 0.999, number));
    assertThrows(IllegalArgumentException.class, () -> RULE.withClipNorm(number));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.1, Double.NaN})
  void meansMustForget(double beta) {
    assertThrows(IllegalArgumentException.class, () -> new Adam(1, beta, 0.999, 1e-8));
    assertThrows(IllegalArgumentException.class, () -> new Adam(1, 0.9, beta, 1e-8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void decayMustNotBeNegative(double decay) {
    assertThrows(IllegalArgumentException.class, () -> RULE.withWeightDecay(decay));
  }
}
