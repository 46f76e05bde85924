package lindyn.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RigidBodyFeaturesTest {

  @ParameterizedTest(name = "{0} joints, {1} extra inputs")
  @CsvSource({"1, 0, 11", "5, 0, 165", "6, 0, 231", "7, 0, 308", "7, 3, 311"})
  void growsWithTheSquareOfTheJoints(int joints, int extraInputs, int count) {
    assertEquals(count, features(joints, extraInputs).count());
  }

  @ParameterizedTest(name = "{0} joints, {1} extra inputs")
  @CsvSource({"1, 0", "2, 1", "3, 0", "7, 2"})
  void computesTheTermsOfTheList(int joints, int extraInputs) {
    RigidBodyFeatures features = features(joints, extraInputs);
    float[] input = new float[3 * joints + extraInputs];
    var random = new SplittableRandom(joints);
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) random.nextDouble(-3, 3);
    }

    float[] actual = new FeatureRow(features).of(input);

    List<Double> expected = naive(input, joints, features.frictionSpeeds());
    float[] row = new float[expected.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = expected.get(i).floatValue();
    }
    assertArrayEquals(row, actual, 1e-5f); // products of at most 9 in float32; sums of 7 angles
  }

  @Test
  void productsOfOutliersStayFinite() {
    float[] row = new FeatureRow(features(1, 0)).of(new float[] {1, -3e38f, 3e38f});

    assertEquals(Float.MAX_VALUE, row[row.length - 1]); // qd²
    for (float feature : row) {
      assertTrue(Float.isFinite(feature));
    }
  }

  @Test
  void refusesASpeedTooFewAndASpeedOfZero() {
    assertThrows(IllegalArgumentException.class, () -> new RigidBodyFeatures(2, 0, List.of(0.1)));
    assertThrows(IllegalArgumentException.class, () -> new RigidBodyFeatures(1, 0, List.of(0.0)));
  }

  /** The list of the class's documentation, term by term. */
  private static List<Double> naive(float[] input, int joints, List<Double> speeds) {
    List<Double> terms = new ArrayList<>();
    for (float number : input) {
      terms.add((double) number);
    }
    List<Double> trigonometric = new ArrayList<>();
    for (int j = 0; j < joints; j++) {
      trigonometric.add(Math.sin(input[j]));
    }
    for (int j = 0; j < joints; j++) {
      trigonometric.add(Math.cos(input[j]));
    }
    terms.addAll(trigonometric);
    for (int j = 0; j < joints; j++) {
      terms.add(Math.tanh(input[joints + j] / speeds.get(j)));
    }
    List<Double> angles = chainAngles(input, joints);
    angles.forEach(angle -> terms.add(Math.sin(angle)));
    angles.forEach(angle -> terms.add(Math.cos(angle)));
    terms.addAll(products(input, joints, trigonometric));
    return terms;
  }

  private static List<Double> chainAngles(float[] input, int joints) {
    List<Double> angles = new ArrayList<>();
    for (int i = 0; i < joints; i++) {
      for (int j = i + 1; j < joints; j++) {
        double angle = 0;
        for (int k = i; k <= j; k++) {
          angle += input[k];
        }
        angles.add(angle);
      }
    }
    return angles;
  }

  private static List<Double> products(float[] input, int joints, List<Double> trigonometric) {
    List<Double> terms = new ArrayList<>();
    for (int a = 0; a < 2 * joints; a++) {
      for (int b = a; b < 2 * joints; b++) {
        if (!(a == b && a >= joints)) { // cos² repeats sin²
          terms.add(trigonometric.get(a) * trigonometric.get(b));
        }
      }
      for (int j = 0; j < joints; j++) {
        terms.add(trigonometric.get(a) * input[2 * joints + j]);
      }
    }
    for (int i = 0; i < joints; i++) {
      for (int j = i; j < joints; j++) {
        terms.add((double) input[joints + i] * input[joints + j]);
      }
    }
    return terms;
  }

  private static RigidBodyFeatures features(int joints, int extraInputs) {
    List<Double> speeds = new ArrayList<>(Collections.nCopies(joints, 0.5));
    speeds.set(joints - 1, 2.0);
    return new RigidBodyFeatures(joints, extraInputs, speeds);
  }
}
