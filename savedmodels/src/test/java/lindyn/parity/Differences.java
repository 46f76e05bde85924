package lindyn.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lindyn.JointSeries;

/**
 * How far other runtimes are from plain Java: the largest difference, in ranges of the joint's
 * measured torques.
 */
final class Differences {

  /** The promise of the model card: other orders of summation, other approximations of tanh. */
  private static final double TOLERANCE = 1e-5;

  private final Map<String, Double> largest = new TreeMap<>();

  /** Checks the torques of a runtime. */
  void check(String runtime, ArmModel arm, List<JointSeries> expected, List<JointSeries> actual) {
    double[] ofJoints = new double[arm.model().signals().joints()];
    for (int joint = 0; joint < ofJoints.length; joint++) {
      ofJoints[joint] = ofJoint(joint, expected, actual);
    }
    check(runtime, arm, ofJoints);
  }

  /** Checks the differences of joints, in N·m. */
  void check(String runtime, ArmModel arm, double[] ofJoints) {
    double difference = 0;
    for (int joint = 0; joint < ofJoints.length; joint++) {
      difference = Math.max(difference, ofJoints[joint] / arm.torqueRange(joint));
    }
    double found = difference;
    largest.merge(runtime, found, Math::max);
    assertTrue(found <= TOLERANCE, () -> runtime + " differs by " + found);
  }

  private static double ofJoint(int joint, List<JointSeries> expected, List<JointSeries> actual) {
    double difference = 0;
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).timeSteps(), actual.get(i).timeSteps());
      for (int t = 0; t < expected.get(i).timeSteps(); t++) {
        difference =
            Math.max(
                difference, Math.abs(expected.get(i).at(t, joint) - actual.get(i).at(t, joint)));
      }
    }
    return difference;
  }

  /** Writes the largest differences. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    largest.forEach(
        (runtime, difference) ->
            text.append(String.format(Locale.ROOT, "%s,%.2g%n", runtime, difference)));
    Files.writeString(file, text);
  }
}
