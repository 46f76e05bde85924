package lindyn.bench.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lindyn.bench.job.Job;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.Learners;
import lindyn.report.Axis;
import lindyn.report.Document.Block;
import lindyn.report.Document.Figure;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Finding.Standing;
import lindyn.report.Document.Heading;
import lindyn.report.Document.Paragraph;
import lindyn.report.Document.Table;
import lindyn.report.LineChart;
import lindyn.report.Series;

/** Error against the number of samples: fig. 6. */
final class SamplesExhibit implements Exhibit {

  private static final int FEW = 300;
  private static final int MANY = 1600;
  private static final int SPARSE = 1000;
  private static final String ERROR = "standardized_mse";

  private final Plan plan;
  private final Repeats repeats;
  private final Learners learners;

  SamplesExhibit(Plan plan, Subject subject, Learners learners) {
    this.plan = plan;
    this.repeats = new Repeats(subject, plan);
    this.learners = learners;
  }

  @Override
  public String name() {
    return "figure-6";
  }

  private List<Learner> learners() {
    return List.of(
        learners.process(),
        learners.scaledProcess(),
        learners.sparseProcess(),
        learners.paperNetwork(),
        learners.network(),
        learners.networkOnBase());
  }

  /** Sparse processes of few samples are exact ones. */
  private List<Integer> sizes(Learner learner) {
    boolean isSparse = learner.key().equals(learners.sparseProcess().key());
    return plan.samples().curve().stream()
        .filter(
            n -> !(learner instanceof Learner.Gp) || isSparse || n <= plan.processes().onCurve())
        .filter(n -> !isSparse || n >= SPARSE)
        .toList();
  }

  @Override
  public List<Job> jobs() {
    return learners().stream()
        .flatMap(learner -> sizes(learner).stream().flatMap(n -> jobs(learner, n)))
        .toList();
  }

  private Stream<Job> jobs(Learner learner, int samples) {
    return repeats.onCurve(learner, samples).stream().map(Job.class::cast);
  }

  @Override
  public List<Block> blocks(Results results) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Figure 6: error against the number of samples"));
    blocks.add(
        new Paragraph(
            "As in figure 5, rows in order. In the paper the GP is better below about 1000 samples and"
                + " the LSTM above. Beside the paper's two models: a GP with a length scale per input, a"
                + " sparse GP (500 inducing points), and LSTMs that are not the paper's literal one. Exact"
                + " GPs end at "
                + Words.count(plan.processes().onCurve())
                + " samples here."));
    blocks.add(figure(results));
    blocks.add(table(results));
    blocks.addAll(findings(results));
    return blocks;
  }

  private Sample sample(Results results, Learner learner, int samples) {
    return results.sample(repeats.onCurve(learner, samples), ERROR);
  }

  private Figure figure(Results results) {
    List<Series> lines = learners().stream().map(learner -> line(results, learner)).toList();
    return new Figure(
        "figure-6",
        "Test error against the number of samples that were learned from; line: mean over the repeats,"
            + " band: one standard deviation to both sides.",
        List.of(
            new LineChart(
                "Error against the number of samples",
                Axis.logarithmic("samples n"),
                Axis.logarithmic("test MSE, in variances of the torque"),
                lines,
                List.of(),
                Optional.empty())));
  }

  private Series line(Results results, Learner learner) {
    List<Integer> sizes = sizes(learner);
    Line line = new Line(sizes, sizes.stream().map(n -> sample(results, learner, n)).toList());
    Series series = line.series(learner.title(), Palette.of(learner.key()));
    return learner instanceof Learner.Gp ? series.dashed() : series;
  }

  private Table table(Results results) {
    List<String> columns = new ArrayList<>(List.of("n"));
    learners().forEach(learner -> columns.add(learner.title()));
    List<List<String>> rows = new ArrayList<>();
    for (int n : plan.samples().curve()) {
      List<String> row = new ArrayList<>(List.of(Words.count(n)));
      learners()
          .forEach(
              learner ->
                  row.add(
                      sizes(learner).contains(n)
                          ? Words.of(sample(results, learner, n))
                          : Words.NONE));
      rows.add(row);
    }
    return new Table(
        String.format(
            "Test MSE in variances of the torque, mean and standard deviation over %s up to n = 2,000,"
                + " %s above, fewer for exact GPs there",
            Words.repeats(plan.repeats().cheap()), Words.repeats(plan.repeats().curves())),
        columns,
        rows);
  }

  private List<Finding> findings(Results results) {
    List<Finding> findings = new ArrayList<>();
    for (Learner network : List.of(learners.paperNetwork(), learners.network())) {
      findings.add(crossing(results, network));
      plan.samples().curve().stream()
          .filter(n -> n <= FEW)
          .forEach(
              n ->
                  findings.add(
                      Findings.smaller(
                          "n = " + Words.count(n),
                          compared(results, learners.process(), n),
                          compared(results, network, n))));
      plan.samples().curve().stream()
          .filter(n -> n >= MANY && n <= plan.processes().onCurve())
          .forEach(
              n ->
                  findings.add(
                      Findings.smaller(
                          "n = " + Words.count(n),
                          compared(results, network, n),
                          compared(results, learners.process(), n))));
    }
    return findings;
  }

  private Findings.Compared compared(Results results, Learner learner, int samples) {
    return new Findings.Compared(learner.title(), sample(results, learner, samples));
  }

  /** Compares in the repeats that both have, from the largest number of samples down. */
  private Finding crossing(Results results, Learner network) {
    List<Integer> both =
        sizes(learners.process()).stream().filter(n -> pairs(results, network, n) > 0).toList();
    if (both.isEmpty()) {
      return new Finding(
          Standing.OPEN, "The " + network.title() + " and the GP were not both measured");
    }
    List<Integer> worse = both.stream().filter(n -> ratio(results, network, n) >= 1).toList();
    int largest = both.get(both.size() - 1);
    String in = " (sizes tried: " + sizes(both) + "; in the paper from about 1000 on)";
    if (worse.contains(largest)) {
      return new Finding(
          standing(results, network, largest, false),
          "At n = "
              + Words.count(largest)
              + " the "
              + network.title()
              + " has no smaller error than the GP"
              + in);
    }
    int from =
        both.stream()
            .filter(n -> worse.isEmpty() || n > worse.get(worse.size() - 1))
            .findFirst()
            .orElseThrow();
    return new Finding(
        standing(results, network, from, from > FEW && from <= MANY),
        "From n = "
            + Words.count(from)
            + " on the "
            + network.title()
            + " has a smaller error than the GP"
            + in);
  }

  private static String sizes(List<Integer> sizes) {
    return sizes.stream().map(n -> Words.count(n)).collect(Collectors.joining(", "));
  }

  private Standing standing(Results results, Learner network, int samples, boolean isAsExpected) {
    return pairs(results, network, samples) < PairedTest.FEWEST
        ? Standing.OPEN
        : isAsExpected ? Standing.AGREES : Standing.DIFFERS;
  }

  private PairedTest test(Results results, Learner network, int samples) {
    return PairedTest.of(
        sample(results, network, samples), sample(results, learners.process(), samples));
  }

  private int pairs(Results results, Learner network, int samples) {
    return test(results, network, samples).repeats();
  }

  private double ratio(Results results, Learner network, int samples) {
    return test(results, network, samples).ratio();
  }
}
