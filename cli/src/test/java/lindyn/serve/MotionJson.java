package lindyn.serve;

import java.util.Arrays;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.model.RandomModels;

/** Motions as the text of requests. */
final class MotionJson {

  private MotionJson() {}

  static Motion motion(int timeSteps, long seed) {
    return RandomModels.motion(timeSteps, ServedModel.EXTRA_INPUTS, seed);
  }

  static String rows(Motion motion) {
    return Arrays.deepToString(inputs(motion));
  }

  /** Returns the request for one step of a robot. */
  static String step(String robot, float[] input) {
    return "{\"robot\": \"" + robot + "\", \"input\": " + Arrays.toString(input) + "}";
  }

  /** Returns the request for the first step of a motion. */
  static String firstStep(String robot, float[] input) {
    return "{\"robot\": \""
        + robot
        + "\", \"reset\": true, \"input\": "
        + Arrays.toString(input)
        + "}";
  }

  static float[][] inputs(Motion motion) {
    return rows(motion.inputSeries());
  }

  static float[][] rows(JointSeries series) {
    float[][] rows = new float[series.timeSteps()][series.joints()];
    for (int t = 0; t < rows.length; t++) {
      series.copyRow(t, rows[t], 0);
    }
    return rows;
  }
}
