package lindyn.bench.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.bench.job.Job;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.Learners;
import lindyn.report.Axis;
import lindyn.report.BarChart;
import lindyn.report.Chart;
import lindyn.report.Colour;
import lindyn.report.Document.Block;
import lindyn.report.Document.Figure;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Finding.Standing;
import lindyn.report.Document.Heading;
import lindyn.report.Document.Paragraph;
import lindyn.report.Document.Table;

/**
 * Sequential against permuted data: fig. 5, with the controls that tell memory from inputs that
 * lag.
 */
final class OrderExhibit implements Exhibit {

  /** A Gaussian process sees the same samples in another order: its error may differ by so much. */
  private static final double PROCESS_TOLERANCE = 0.01;

  private static final String ERROR = "standardized_mse";

  private final Plan plan;
  private final Subject subject;
  private final Repeats repeats;
  private final Learners learners;

  OrderExhibit(Plan plan, Subject subject, Learners learners) {
    this.plan = plan;
    this.subject = subject;
    this.repeats = new Repeats(subject, plan);
    this.learners = learners;
  }

  @Override
  public String name() {
    return "figure-5";
  }

  /** Models that are trained on both orders. */
  private List<Learner> ordered() {
    return List.of(
        learners.process(),
        learners.windowedProcess(),
        learners.paperNetwork(),
        learners.network(),
        learners.networkOnBase());
  }

  /** Models that see one time step, so that the order is nothing to them. */
  private List<Learner> withoutMemory() {
    return List.of(learners.scaledProcess(), learners.networkWithoutMemory());
  }

  @Override
  public List<Job> jobs() {
    return plan.samples().order().stream().flatMap(this::jobs).toList();
  }

  private Stream<Job> jobs(int samples) {
    Stream<Job> both =
        ordered().stream()
            .flatMap(
                learner ->
                    Stream.of(Rows.values())
                        .flatMap(rows -> repeats.compared(learner, samples, rows).stream()));
    Stream<Job> one =
        withoutMemory().stream()
            .flatMap(learner -> repeats.compared(learner, samples, Rows.SEQUENTIAL).stream());
    return Stream.concat(both, one);
  }

  @Override
  public List<Block> blocks(Results results) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Figure 5: sequential and permuted data"));
    blocks.add(
        new Paragraph(
            "n samples are drawn from the training trajectories, and whole other trajectories are"
                + " tested. Permuted: inputs and torques of all rows are dealt anew together before"
                + " windows are cut, in training and in test data; the samples that windows end at are"
                + " the same. Controls that the paper lacks: an LSTM that sees one time step, and a"
                + " Gaussian process that sees the same window as the LSTM; it has a length scale per"
                + " input and shares its hyper-parameters among joints, as does the one beside it that"
                + " sees one time step. Errors are in variances of the torque. "
                + subject.remark()));
    List<Chart> charts = plan.samples().order().stream().map(n -> chart(results, n)).toList();
    if (!charts.isEmpty()) {
      blocks.add(
          new Figure(
              "figure-5",
              "Test error with rows in order and permuted; means and standard deviations over the"
                  + " repeats; n = "
                  + String.join(
                      ", ", plan.samples().order().stream().map(n -> Words.count(n)).toList())
                  + " (one chart each).",
              charts));
      blocks.add(table(results));
    }
    plan.samples().order().forEach(n -> blocks.addAll(findings(results, n)));
    return blocks;
  }

  private Sample sample(Results results, Learner learner, int samples, Rows rows) {
    return results.sample(repeats.compared(learner, samples, rows), ERROR);
  }

  private List<Learner> all() {
    return Stream.concat(ordered().stream(), withoutMemory().stream()).toList();
  }

  private Chart chart(Results results, int samples) {
    List<BarChart.Bars> bars = new ArrayList<>();
    for (Rows rows : Rows.values()) {
      bars.add(
          SampleBars.of(
              rows.name().toLowerCase(Locale.ROOT),
              rows == Rows.SEQUENTIAL ? Colour.BLUE : Colour.ORANGE,
              all().stream().map(learner -> sample(results, learner, samples, rows)).toList()));
    }
    return new BarChart(
        "Sequential and permuted data, n = " + Words.count(samples),
        Axis.linear("test MSE, in variances of the torque; n = " + Words.count(samples)),
        all().stream().map(Learner::title).toList(),
        bars);
  }

  private Table table(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (int samples : plan.samples().order()) {
      for (Learner learner : all()) {
        rows.add(
            List.of(
                learner.title(),
                Words.count(samples),
                Words.of(sample(results, learner, samples, Rows.SEQUENTIAL)),
                Words.of(sample(results, learner, samples, Rows.PERMUTED))));
      }
    }
    return new Table(
        "Test MSE in variances of the torque, mean and standard deviation over the repeats",
        List.of("model", "n", "sequential", "permuted"),
        rows);
  }

  private List<Finding> findings(Results results, int samples) {
    String where = "n = " + Words.count(samples);
    List<Finding> findings = new ArrayList<>();
    findings.add(unchanged(results, samples));
    for (Learner learner : List.of(learners.paperNetwork(), learners.network())) {
      findings.add(
          Findings.smaller(
              where + ", expected that order helps",
              compared(results, learner, samples, Rows.SEQUENTIAL),
              compared(results, learner, samples, Rows.PERMUTED)));
    }
    findings.add(
        Findings.smaller(
            where + ", expected that the last samples help",
            compared(results, learners.network(), samples, Rows.SEQUENTIAL),
            compared(results, learners.networkWithoutMemory(), samples, Rows.SEQUENTIAL)));
    findings.add(
        Findings.compared(
            where + ", the same window for both",
            compared(results, learners.network(), samples, Rows.SEQUENTIAL),
            compared(results, learners.windowedProcess(), samples, Rows.SEQUENTIAL)));
    return findings;
  }

  private Findings.Compared compared(Results results, Learner learner, int samples, Rows rows) {
    return new Findings.Compared(
        rows == Rows.PERMUTED ? learner.title() + ", permuted" : learner.title(),
        sample(results, learner, samples, rows));
  }

  /** The largest relative difference over the repeats, which must be that of rounding. */
  private Finding unchanged(Results results, int samples) {
    Sample sequential = sample(results, learners.process(), samples, Rows.SEQUENTIAL);
    Sample permuted = sample(results, learners.process(), samples, Rows.PERMUTED);
    double largest =
        IntStream.range(0, sequential.values().size())
            .mapToDouble(i -> permuted.values().get(i) / sequential.values().get(i) - 1)
            .map(Math::abs)
            .filter(Double::isFinite)
            .max()
            .orElse(Double.NaN);
    if (Double.isNaN(largest)) {
      return new Finding(
          Standing.OPEN,
          "n = " + Words.count(samples) + ": the GP was not measured in both orders");
    }
    String text =
        String.format(
            Locale.ROOT,
            "n = %s, expected that the GP does not care: its error changes by at most %.2g %% in %s",
            Words.count(samples),
            100 * largest,
            Words.repeats(sequential.count()));
    return new Finding(largest < PROCESS_TOLERANCE ? Standing.AGREES : Standing.DIFFERS, text);
  }
}
