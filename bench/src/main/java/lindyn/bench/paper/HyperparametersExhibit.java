package lindyn.bench.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
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
import lindyn.report.Document.Heading;
import lindyn.report.Document.Paragraph;
import lindyn.report.Document.Table;

/** Training and test error over hyper-parameters of the paper's network: fig. 2. */
final class HyperparametersExhibit implements Exhibit {

  private static final Varied HIDDEN_UNITS =
      new Varied(
          "hidden units",
          List.of(2, 5, 10, 15, 20),
          10,
          (paper, units) -> paper.with(paper.network().withHiddenUnits(units)));
  private static final Varied BATCH_SIZE =
      new Varied(
          "batch size",
          List.of(8, 16, 32, 64, 128, 256, 512),
          128,
          (paper, size) -> paper.with(paper.training().withBatchSize(size)));
  private static final Varied EPOCHS =
      new Varied(
          "epochs",
          List.of(1, 10, 20, 50, 100),
          100,
          (paper, epochs) -> paper.with(paper.training().withEpochs(epochs)));
  private static final Varied LAYERS =
      new Varied(
          "layers",
          List.of(1, 2, 3),
          2,
          (paper, layers) -> paper.with(paper.network().withLayers(layers)));
  private static final List<Varied> ALL = List.of(HIDDEN_UNITS, BATCH_SIZE, EPOCHS, LAYERS);

  private final Plan plan;
  private final Subject subject;
  private final Learners learners;

  HyperparametersExhibit(Plan plan, Subject subject, Learners learners) {
    this.plan = plan;
    this.subject = subject;
    this.learners = learners;
  }

  /**
   * One hyper-parameter, all others as the paper chose them.
   *
   * @param title its name
   * @param values what is tried
   * @param chosen by the paper
   * @param change makes the network of a value
   */
  private record Varied(
      String title,
      List<Integer> values,
      int chosen,
      BiFunction<Learner.Lstm, Integer, Learner.Lstm> change) {

    Learner.Lstm learner(Learner.Lstm paper, int value) {
      return value == chosen
          ? paper
          : change.apply(paper, value).named(key(paper, value), setting(value));
    }

    String setting(int value) {
      return title + " " + value;
    }

    private String key(Learner.Lstm paper, int value) {
      return paper.key() + "-" + title.replace(' ', '-') + "-" + value;
    }
  }

  @Override
  public String name() {
    return "figure-2";
  }

  private List<LearningJob> repeats(Varied varied, int value) {
    return IntStream.rangeClosed(1, plan.repeats().curves())
        .mapToObj(
            repeat ->
                new LearningJob(
                    subject,
                    varied.learner(learners.paperNetwork(), value),
                    plan.samples().sweep(),
                    Rows.SEQUENTIAL,
                    repeat,
                    LearningJob.Kept.TRAINING_ERROR))
        .toList();
  }

  @Override
  public List<Job> jobs() {
    return ALL.stream()
        .flatMap(varied -> varied.values().stream().flatMap(v -> repeats(varied, v).stream()))
        .map(Job.class::cast)
        .toList();
  }

  @Override
  public List<Block> blocks(Results results) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Figure 2: hyper-parameters of the paper's network"));
    blocks.add(
        new Paragraph(
            "One parameter at a time around the paper's choice of 10 hidden units, batches of 128, 100"
                + " epochs (and two layers, our reading of its text), learned from "
                + Words.count(plan.samples().sweep())
                + " samples; the last of the layers has one unit per joint. The paper shows the figure"
                + " without numbers in its text."));
    blocks.add(
        new Figure(
            "figure-2",
            "Training and test error of the paper's literal network over hidden units, batch size,"
                + " epochs and layers; means and standard deviations over the repeats.",
            ALL.stream().map(varied -> chart(results, varied)).toList()));
    blocks.add(table(results));
    blocks.addAll(findings(results));
    return blocks;
  }

  private Sample test(Results results, Varied varied, int value) {
    return results.sample(repeats(varied, value), "standardized_mse");
  }

  private Sample train(Results results, Varied varied, int value) {
    return results.sample(repeats(varied, value), "train_standardized_mse");
  }

  private Chart chart(Results results, Varied varied) {
    List<Sample> train = varied.values().stream().map(v -> train(results, varied, v)).toList();
    List<Sample> test = varied.values().stream().map(v -> test(results, varied, v)).toList();
    return new BarChart(
        "Errors over " + varied.title(),
        Axis.linear("MSE, in variances of the torque, over " + varied.title()),
        varied.values().stream().map(v -> Integer.toString(v)).toList(),
        List.of(
            SampleBars.of("training", Colour.ORANGE, train),
            SampleBars.of("test", Colour.BLUE, test)));
  }

  private Table table(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (Varied varied : ALL) {
      for (int value : varied.values()) {
        rows.add(
            List.of(
                varied.setting(value) + (value == varied.chosen() ? " (chosen)" : ""),
                Words.of(train(results, varied, value)),
                Words.of(test(results, varied, value))));
      }
    }
    return new Table(
        "MSE in variances of the torque, mean and standard deviation over the repeats",
        List.of("setting", "training", "test"),
        rows);
  }

  private List<Finding> findings(Results results) {
    List<Finding> findings = new ArrayList<>();
    for (Varied varied : List.of(HIDDEN_UNITS, BATCH_SIZE, EPOCHS)) {
      int best = best(results, varied);
      if (best != varied.chosen()) {
        findings.add(
            Findings.notSmaller(
                "The paper chose " + varied.setting(varied.chosen()),
                compared(results, varied, best),
                compared(results, varied, varied.chosen())));
      }
    }
    findings.add(
        Findings.notSmaller(
            "The paper: more than two layers brought nothing",
            compared(results, LAYERS, 3),
            compared(results, LAYERS, 2)));
    return findings;
  }

  private Findings.Compared compared(Results results, Varied varied, int value) {
    return new Findings.Compared(
        "network with " + varied.setting(value), test(results, varied, value));
  }

  private int best(Results results, Varied varied) {
    return varied.values().stream()
        .filter(value -> test(results, varied, value).count() > 0)
        .min(
            (a, b) ->
                Double.compare(test(results, varied, a).mean(), test(results, varied, b).mean()))
        .orElse(varied.chosen());
  }
}
