package lindyn.bench.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.bench.job.Job;
import lindyn.bench.job.Labels;
import lindyn.bench.job.Outcome;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.Lesson;
import lindyn.bench.lesson.PermutedRows;
import lindyn.bench.lesson.Scores;
import lindyn.bench.paper.Subject.Parts;

/**
 * A model of n drawn samples of a robot, tested on whole trajectories.
 *
 * @param subject the robot
 * @param learner what makes the model
 * @param samples n
 * @param rows their order
 * @param repeat from 1; decides split, samples and initial weights
 * @param kept what is kept beside the test error
 */
record LearningJob(Subject subject, Learner learner, int samples, Rows rows, int repeat, Kept kept)
    implements Job {

  /** Tells the seeds of permutations from others. */
  private static final long PERMUTATION = 0x7065726dL;

  /** How much of each trajectory's torques is kept. */
  static final double SHOWN_SECONDS = 15;

  /** What is kept beside the test error. */
  enum Kept {
    /** Nothing. */
    NOTHING,
    /** The error on the windows that were learned from. */
    TRAINING_ERROR,
    /** The first two test trajectories with their predictions. */
    TORQUES
  }

  @Override
  public Labels labels() {
    String order = rows.name().toLowerCase(Locale.ROOT);
    return new Labels(
        "learning",
        learner.key(),
        samples,
        kept == Kept.NOTHING
            ? order
            : order + "-" + kept.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        repeat);
  }

  @Override
  public String settings() {
    return subject.settings() + "; " + learner;
  }

  @Override
  public double cost() {
    return Costs.learning(learner, samples, subject.log().signals());
  }

  @Override
  public boolean isTimed() {
    return false;
  }

  @Override
  public Outcome run() {
    Parts parts = subject.parts(repeat);
    Lesson lesson = subject.lesson(parts.train(), samples, repeat);
    List<Trajectory> test = parts.test();
    if (rows == Rows.PERMUTED) {
      var random = new SplittableRandom(PERMUTATION + repeat);
      lesson = lesson.permuted(PermutedRows.of(parts.train(), random));
      test = PermutedRows.of(test, random).trajectories();
    }
    InverseDynamicsModel model = learner.learn(lesson, repeat);
    Map<String, Double> numbers = new LinkedHashMap<>(Scores.of(model, test, lesson).numbers());
    if (kept == Kept.TRAINING_ERROR) {
      numbers.put("train_standardized_mse", Scores.onWindows(model, lesson, learner.timeSteps()));
    }
    return new Outcome(numbers, kept == Kept.TORQUES ? torques(model, test) : Map.of());
  }

  private Map<String, List<Double>> torques(InverseDynamicsModel model, List<Trajectory> test) {
    Map<String, List<Double>> series = new LinkedHashMap<>();
    int most = (int) Math.round(SHOWN_SECONDS / subject.log().signals().samplePeriod());
    for (int i = 0; i < Math.min(2, test.size()); i++) {
      JointSeries predicted = model.predict(test.get(i).motion());
      for (int joint = 0; joint < predicted.joints(); joint++) {
        series.put("measured-" + i + "-" + joint, column(test.get(i).tau(), joint, most));
        series.put("predicted-" + i + "-" + joint, column(predicted, joint, most));
      }
    }
    return series;
  }

  private static List<Double> column(JointSeries series, int joint, int most) {
    return IntStream.range(0, Math.min(most, series.timeSteps()))
        .mapToObj(t -> (double) series.at(t, joint))
        .toList();
  }
}
