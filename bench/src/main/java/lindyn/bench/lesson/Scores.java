package lindyn.bench.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.data.Standardizer;
import lindyn.eval.Evaluation;
import lindyn.eval.TorqueErrors;

/**
 * Mean squared errors over joints and test samples, in the units that the paper's may be in (it
 * does not say).
 *
 * @param mse in the torque unit squared
 * @param nmse in variances of each joint's torque in the test data
 * @param standardizedMse in variances of each joint's torque in the lesson
 * @param unitMse in the units of the (0, 1) scaling of the lesson's torques
 */
public record Scores(double mse, double nmse, double standardizedMse, double unitMse) {

  /** Room that the (0, 1) scaling leaves on each side. */
  private static final double MARGIN = 0.1;

  /** Tests a model on all samples of trajectories. */
  public static Scores of(InverseDynamicsModel model, List<Trajectory> test, Lesson lesson) {
    List<Trajectory> samples = lesson.samples();
    TorqueErrors errors = Evaluation.errors(model, test, Evaluation.torqueVariances(samples));
    List<Double> ranges =
        Standardizer.unitInterval(samples.stream().map(Trajectory::tau).toList(), MARGIN).scale();
    double unitMse =
        IntStream.range(0, ranges.size())
            .mapToDouble(j -> errors.perJoint().get(j).mse() / (ranges.get(j) * ranges.get(j)))
            .average()
            .orElseThrow();
    return new Scores(errors.mse(), errors.nmse(), errors.standardizedMse(), unitMse);
  }

  /**
   * Returns the standardised error on the windows of a lesson itself.
   *
   * @param timeSteps that the model sees
   */
  public static double onWindows(InverseDynamicsModel model, Lesson lesson, int timeSteps) {
    List<Double> variances = Evaluation.torqueVariances(lesson.samples());
    double sum = 0;
    for (Trajectory window : lesson.drawn().windows(timeSteps)) {
      JointSeries predicted = model.predict(window.motion());
      int last = window.timeSteps() - 1;
      for (int joint = 0; joint < variances.size(); joint++) {
        double error = (double) predicted.at(last, joint) - window.tau().at(last, joint);
        sum += error * error / variances.get(joint);
      }
    }
    return sum / variances.size() / lesson.drawn().count();
  }

  /** Returns the numbers by their names. */
  public Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("mse", mse);
    numbers.put("nmse", nmse);
    numbers.put("standardized_mse", standardizedMse);
    numbers.put("unit_mse", unitMse);
    return numbers;
  }
}
