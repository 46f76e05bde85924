package lindyn.bench.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.Signals;
import lindyn.bench.job.Job;
import lindyn.bench.job.Outcome;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.Learners;
import lindyn.report.Axis;
import lindyn.report.BarChart;
import lindyn.report.Chart;
import lindyn.report.Colour;
import lindyn.report.Document.Block;
import lindyn.report.Document.Figure;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Heading;
import lindyn.report.Document.Paragraph;
import lindyn.report.Document.Table;
import lindyn.report.Marker;
import lindyn.report.PanelChart;
import lindyn.report.Series;

/** All models at 1000 samples, and the torques of two motions: fig. 8. */
final class ReachingExhibit implements Exhibit {

  private static final int REPEAT = 1;
  private static final double SHOWN_AT_MOST = 2 * LearningJob.SHOWN_SECONDS;

  private final Plan plan;
  private final Subject subject;
  private final Repeats repeats;
  private final Learners learners;
  private final int samples;

  ReachingExhibit(Plan plan, Subject subject, Learners learners) {
    this.plan = plan;
    this.subject = subject;
    this.repeats = new Repeats(subject, plan);
    this.learners = learners;
    this.samples = Math.min(Plan.PAPER_SAMPLES, plan.samples().sweep());
  }

  @Override
  public String name() {
    return "figure-8";
  }

  private List<Learner> learners() {
    return List.of(
        learners.process(),
        learners.scaledProcess(),
        learners.windowedProcess(),
        learners.paperNetwork(),
        learners.network(),
        learners.networkOnBase(),
        learners.networkWithoutMemory(),
        learners.paperNetworkByDefault(),
        learners.paperNetworkByAdam(),
        learners.networkByAdam(),
        learners.linear(),
        learners.mean());
  }

  private List<LearningJob> jobs(Learner learner) {
    return repeats.compared(learner, samples, Rows.SEQUENTIAL);
  }

  /** The first repeat once more, with its torques. */
  private LearningJob torques(Learner learner) {
    return new LearningJob(
        subject, learner, samples, Rows.SEQUENTIAL, REPEAT, LearningJob.Kept.TORQUES);
  }

  private List<Learner> drawn() {
    return List.of(learners.process(), learners.paperNetwork(), learners.network());
  }

  @Override
  public List<Job> jobs() {
    return Stream.concat(
            learners().stream().flatMap(learner -> jobs(learner).stream()),
            drawn().stream().map(this::torques))
        .map(Job.class::cast)
        .toList();
  }

  @Override
  public List<Block> blocks(Results results) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Heading("Figure 8: all models at " + Words.count(samples) + " samples, and torques"));
    blocks.add(
        new Paragraph(
            "Mean squared errors on whole test trajectories, in units of several kinds, since the paper does not"
                + " give its own: variances of the torque in the test data and in the samples (0 is perfect, 1 predicts the mean), the (0, 1)"
                + " scaling of the training torques, and the torque's unit squared. The paper has 0.014 ±"
                + " 0.0006 for the GP and 0.005 ± 0.002 for the LSTM, a ratio of 0.36, on data that is"
                + " not public."));
    blocks.add(table(results));
    List<Chart> charts = new ArrayList<>(List.of(bars(results)));
    torqueChart(results).ifPresent(charts::add);
    blocks.add(
        new Figure(
            "figure-8",
            "Test errors (first chart; models above .5 are in the table alone), and the torques of the"
                + " first two test trajectories of the first repeat, at most 15 s of each (second chart).",
            charts));
    blocks.addAll(findings(results));
    return blocks;
  }

  private Sample sample(Results results, Learner learner, String number) {
    return results.sample(jobs(learner), number);
  }

  private Table table(Results results) {
    List<List<String>> rows =
        learners().stream()
            .map(
                learner ->
                    List.of(
                        learner.title(),
                        Words.of(sample(results, learner, "nmse")),
                        Words.of(sample(results, learner, "standardized_mse")),
                        Words.of(sample(results, learner, "unit_mse")),
                        Words.of(sample(results, learner, "mse"))))
            .toList();
    return new Table(
        "Test errors of models of "
            + Words.count(samples)
            + " samples, mean and standard deviation over "
            + Words.repeats(plan.repeats().comparisons()),
        List.of(
            "model",
            "nMSE",
            "MSE, training variances",
            "MSE, (0, 1) units",
            "MSE, (" + subject.log().signals().torqueUnit() + ")²"),
        rows);
  }

  private Chart bars(Results results) {
    List<Learner> shown =
        learners().stream()
            .filter(learner -> sample(results, learner, "standardized_mse").mean() < 0.5)
            .toList();
    List<Sample> errors =
        shown.stream().map(learner -> sample(results, learner, "standardized_mse")).toList();
    return new BarChart(
        "Test errors of all models",
        Axis.linear("test MSE, in variances of the torque"),
        shown.stream().map(Learner::title).toList(),
        List.of(
            SampleBars.of("mean and standard deviation over the repeats", Colour.BLUE, errors)));
  }

  private Optional<Chart> torqueChart(Results results) {
    Signals signals = subject.log().signals();
    Optional<Outcome> measured =
        results.find(torques(learners.process())).filter(outcome -> !outcome.series().isEmpty());
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    List<PanelChart.Panel> panels =
        IntStream.range(0, signals.joints())
            .mapToObj(
                joint ->
                    new PanelChart.Panel(
                        signals.jointNames().get(joint), "", lines(results, joint)))
            .toList();
    double border =
        measured.get().series().getOrDefault("measured-0-0", List.of()).size()
            * signals.samplePeriod();
    return Optional.of(
        new PanelChart(
            "Torques of two test trajectories",
            Axis.linear("time in s"),
            Axis.linear("torque in " + signals.torqueUnit()),
            panels,
            border < SHOWN_AT_MOST ? List.of(new Marker(border, "second trajectory")) : List.of()));
  }

  private List<Series> lines(Results results, int joint) {
    List<Series> lines = new ArrayList<>();
    for (Learner learner : drawn()) {
      results
          .find(torques(learner))
          .ifPresent(
              outcome ->
                  lines.add(
                      line(
                          learner.title(),
                          Palette.of(learner.key()),
                          joined(outcome.series(), "predicted", joint))));
    }
    results
        .find(torques(learners.process()))
        .ifPresent(
            outcome ->
                lines.add(
                    line("measured", Colour.INK, joined(outcome.series(), "measured", joint))
                        .dashed()));
    return lines;
  }

  private static double[] joined(Map<String, List<Double>> series, String what, int joint) {
    return IntStream.range(0, 2)
        .mapToObj(i -> series.getOrDefault(what + "-" + i + "-" + joint, List.of()))
        .flatMap(List::stream)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private Series line(String name, Colour colour, double[] tau) {
    double period = subject.log().signals().samplePeriod();
    double[] times = IntStream.range(0, tau.length).mapToDouble(t -> t * period).toArray();
    return Series.of(name, colour, times, tau);
  }

  private Findings.Compared compared(Results results, Learner learner) {
    return new Findings.Compared(learner.title(), sample(results, learner, "standardized_mse"));
  }

  private List<Finding> findings(Results results) {
    String where = "n = " + Words.count(samples);
    Findings.Compared process = compared(results, learners.process());
    return List.of(
        Findings.smaller(where, compared(results, learners.paperNetwork()), process),
        Findings.smaller(where, compared(results, learners.network()), process),
        Findings.compared(
            where + ", the same window for both",
            compared(results, learners.network()),
            compared(results, learners.windowedProcess())),
        Findings.compared(
            where + ", what the base is worth",
            compared(results, learners.networkOnBase()),
            compared(results, learners.network())),
        Findings.compared(
            where + ", against the stronger process",
            compared(results, learners.network()),
            compared(results, learners.scaledProcess())),
        Findings.compared(
            where + ", what Adagrad costs",
            compared(results, learners.paperNetwork()),
            compared(results, learners.paperNetworkByAdam())),
        Findings.compared(
            where + ", what Adagrad costs",
            compared(results, learners.network()),
            compared(results, learners.networkByAdam())));
  }
}
