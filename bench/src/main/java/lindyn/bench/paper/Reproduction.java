package lindyn.bench.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lindyn.InputException;
import lindyn.bench.job.Job;
import lindyn.bench.job.Labels;
import lindyn.bench.job.Outcome;
import lindyn.bench.lesson.Learners;
import lindyn.report.Document;
import lindyn.report.Document.Block;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Paragraph;
import lindyn.run.Machine;
import lindyn.run.Versions;

/** All experiments of the paper on one robot, and on the synthetic wave. */
public final class Reproduction {

  /** Names of everything that can be reproduced, in the order of the report. */
  public static final List<String> EXHIBITS =
      List.of("figure-2", "table-1", "figure-5", "figure-6", "table-2", "figure-8");

  private final Plan plan;
  private final Subject subject;
  private final List<Exhibit> exhibits;

  private Reproduction(Plan plan, Subject subject, List<Exhibit> exhibits) {
    this.plan = plan;
    this.subject = subject;
    this.exhibits = List.copyOf(exhibits);
  }

  /**
   * Checks names.
   *
   * @throws InputException if one is not among {@link #EXHIBITS}
   */
  public static void requireKnown(List<String> names) {
    for (String name : names) {
      if (!EXHIBITS.contains(name)) {
        throw new InputException(
            "--only: found '" + name + "', expected some of " + String.join(", ", EXHIBITS));
      }
    }
  }

  /**
   * Plans experiments.
   *
   * @param plan how much is done
   * @param subject the robot
   * @param window time steps that models with a memory see
   * @param names some of {@link #EXHIBITS}
   * @throws InputException if the robot has too few samples for any experiment
   */
  public static Reproduction of(Plan plan, Subject subject, int window, List<String> names) {
    int learned = subject.mostSamples(plan.repeats().comparisons());
    Plan possible =
        plan.atMost(learned, (int) Math.min(Integer.MAX_VALUE, subject.log().samples()));
    if (possible.samples().curve().isEmpty()) {
      throw new InputException(
          String.format(
              "the training trajectories of %s have %d samples, expected at least %d",
              subject.name(), learned, plan.samples().curve().get(0)));
    }
    var learners = new Learners(window);
    List<Exhibit> all =
        List.of(
            new HyperparametersExhibit(possible, subject, learners),
            new WaveExhibit(possible),
            new OrderExhibit(possible, subject, learners),
            new SamplesExhibit(possible, subject, learners),
            new TimesExhibit(possible, subject, learners),
            new ReachingExhibit(possible, subject, learners));
    return new Reproduction(
        possible, subject, all.stream().filter(exhibit -> names.contains(exhibit.name())).toList());
  }

  /** Returns all jobs, each once. */
  public List<Job> jobs() {
    Map<Labels, Job> jobs = new LinkedHashMap<>();
    exhibits.forEach(exhibit -> exhibit.jobs().forEach(job -> jobs.putIfAbsent(job.labels(), job)));
    return List.copyOf(jobs.values());
  }

  /**
   * Returns the report.
   *
   * @param machine that the work was done on
   * @param outcomes of the jobs; those that failed are missing
   */
  public Document report(Machine machine, Map<Labels, Outcome> outcomes) {
    var results = new Results(outcomes);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(introduction(machine)));
    if (!plan.repeats().areMeaningful()) {
      blocks.add(
          new Finding(
              Finding.Standing.OPEN,
              "This is the "
                  + plan.name()
                  + " size: it shows that everything works. One or two repeats say little about"
                  + " models; run the default or the full size for numbers to rely on"));
    }
    long missing = jobs().stream().filter(job -> results.find(job).isEmpty()).count();
    if (missing > 0) {
      blocks.add(
          new Finding(
              Finding.Standing.OPEN,
              missing
                  + " of "
                  + jobs().size()
                  + " jobs failed or were not run; they are missing here"));
    }
    exhibits.forEach(exhibit -> blocks.addAll(exhibit.blocks(results)));
    return new Document(
        "Learning Inverse Dynamics Models in O(n) time with LSTM networks, reproduced", blocks);
  }

  private String introduction(Machine machine) {
    return String.format(
        Locale.ROOT,
        "The experiments of Rueckert, Nakatenus, Tosatto and Peters (Humanoids 2017) on %s (%,d samples"
            + " of %,d trajectories, %d joints), with Lindyn %s on %s, in the %s size: %s of comparisons"
            + " (20 in the paper), %s of points of curves that take long (10), %s of times (10). The"
            + " \"paper's LSTM\" is its literal network (h = o∘σ(c), no read-out, two layers of ten units);"
            + " \"LSTM\" has tanh(c) and a linear read-out, in one layer of 32 units. Both learn by Adagrad,"
            + " whose rate (.2 and .1) and initial accumulator (1e-6) the paper does not give: they are"
            + " ours, chosen on other simulated data, as were Adam's rates (.04 and .01). With TensorFlow's"
            + " default accumulator of .1, and a rate of .5, the paper's LSTM is the row \"with accumulator"
            + " 0.1\". On a rigid-body base an LSTM learns what a regression on physical terms leaves. \"GP\""
            + " is the paper's: one process per joint with one length scale. Sentences on errors are of"
            + " paired t tests on their logarithms, at a level of %s, with Wilcoxon's signed-rank tests"
            + " beside them, not corrected for their number; repeats share the data that they are drawn"
            + " from. %s",
        subject.name(),
        subject.log().samples(),
        subject.log().trajectories().size(),
        subject.log().signals().joints(),
        Versions.lindynVersion(),
        machine.words(),
        plan.name(),
        Words.repeats(plan.repeats().comparisons()),
        Words.repeats(plan.repeats().curves()),
        Words.repeats(plan.repeats().times()),
        PairedTest.LEVEL,
        subject.remark());
  }
}
