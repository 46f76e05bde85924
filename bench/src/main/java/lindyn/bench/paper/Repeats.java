package lindyn.bench.paper;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.bench.lesson.Learner;

/**
 * Repeated jobs on a robot.
 *
 * @param subject the robot
 * @param plan tells how often
 */
record Repeats(Subject subject, Plan plan) {

  /** Most samples of which every model is made in seconds. */
  private static final int CHEAP = 2000;

  /** Returns the repeats of a comparison at one number of samples. */
  List<LearningJob> compared(Learner learner, int samples, Rows rows) {
    return of(learner, samples, rows, count(learner, samples, plan.repeats().comparisons()));
  }

  /** Returns the repeats of a point of a curve: few where each takes long. */
  List<LearningJob> onCurve(Learner learner, int samples) {
    int wanted = samples <= CHEAP ? plan.repeats().cheap() : plan.repeats().curves();
    return of(learner, samples, Rows.SEQUENTIAL, count(learner, samples, wanted));
  }

  private List<LearningJob> of(Learner learner, int samples, Rows rows, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            repeat ->
                new LearningJob(subject, learner, samples, rows, repeat, LearningJob.Kept.NOTHING))
        .toList();
  }

  private int count(Learner learner, int samples, int wanted) {
    return learner instanceof Learner.Gp gp
        ? plan.processes()
            .repeats(wanted, Costs.processes(gp.config(), samples, subject.log().signals()) / 2)
        : wanted;
  }
}
