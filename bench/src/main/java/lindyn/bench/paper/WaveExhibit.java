package lindyn.bench.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.bench.job.Job;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.Learners;
import lindyn.examples.waves.SyntheticWave;
import lindyn.report.Document.Block;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Heading;
import lindyn.report.Document.Paragraph;
import lindyn.report.Document.Table;

/** The synthetic wave: table I, figs 3 and 4. */
final class WaveExhibit implements Exhibit {

  private static final int WINDOW = 10;
  private static final double MOST_LOW = 0.015;
  private static final double MOST_HIGH = 0.075;

  /** Mean and standard deviation in the paper's table I: low noise, large noise. */
  private static final Map<String, List<String>> PAPER =
      Map.of(
          "naive", List.of("0.264 ± 0.084", "0.310 ± 0.078"),
          "gp", List.of("0.030 ± 0.011", "0.086 ± 0.016"),
          "lstm-paper", List.of("0.010 ± 0.004", "0.075 ± 0.014"));

  private static final List<String> NOT_IN_PAPER = List.of(Words.NONE, Words.NONE);

  private final Plan plan;
  private final Learners learners = new Learners(WINDOW);

  WaveExhibit(Plan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "table-1";
  }

  private List<Learner> learners() {
    return List.of(
        Learner.Simple.NAIVE,
        learners.process(),
        learners.paperNetwork(),
        learners.network(),
        learners.smallNetwork(),
        learners.networkWithoutMemory(),
        learners.windowedProcess(),
        learners.paperNetworkByDefault(),
        learners.paperNetworkByAdam(),
        learners.networkByAdam(),
        learners.linear(),
        learners.mean());
  }

  private List<WaveJob> repeats(SyntheticWave wave, Learner learner) {
    return IntStream.rangeClosed(1, plan.repeats().comparisons())
        .mapToObj(repeat -> new WaveJob(wave, learner, repeat))
        .toList();
  }

  @Override
  public List<Job> jobs() {
    return Stream.of(SyntheticWave.LOW_NOISE, SyntheticWave.HIGH_NOISE)
        .flatMap(wave -> learners().stream().flatMap(learner -> repeats(wave, learner).stream()))
        .map(Job.class::cast)
        .toList();
  }

  @Override
  public List<Block> blocks(Results results) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Table I: the synthetic wave"));
    blocks.add(
        new Paragraph(
            "The next sample of a noisy wave from the last ten; the naive predictor adds the last"
                + " difference to the last sample. One half of 1000 windows, drawn at random, is"
                + " learned from, the other is tested. The paper does not give the wave's formula;"
                + " ours was made to have its naive error. Mean and standard deviation of the mean"
                + " squared error over "
                + Words.repeats(plan.repeats().comparisons())
                + "; \"clean\" is against the next sample without noise."));
    blocks.add(table(results, SyntheticWave.LOW_NOISE, 0));
    blocks.add(table(results, SyntheticWave.HIGH_NOISE, 1));
    blocks.addAll(findings(results));
    blocks.addAll(new WaveFigures(learners).blocks(results));
    return blocks;
  }

  private Table table(Results results, SyntheticWave wave, int paperColumn) {
    List<List<String>> rows = new ArrayList<>();
    for (Learner learner : learners()) {
      List<String> row = new ArrayList<>(List.of(learner.title()));
      row.add(PAPER.getOrDefault(learner.key(), NOT_IN_PAPER).get(paperColumn));
      for (String number : List.of("mse", "clean_mse", "nmse")) {
        row.add(Words.of(results.sample(repeats(wave, learner), number)));
      }
      rows.add(row);
    }
    return new Table(
        "Mean squared errors with a noise of " + wave.noise(),
        List.of("model", "MSE in the paper", "MSE", "clean MSE", "nMSE"),
        rows);
  }

  private Findings.Compared compared(Results results, SyntheticWave wave, Learner learner) {
    return new Findings.Compared(learner.title(), results.sample(repeats(wave, learner), "mse"));
  }

  private List<Finding> findings(Results results) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Findings.within(
            "Naive error at a noise of .01; our aim for the wave, the paper has 0.264",
            compared(results, SyntheticWave.LOW_NOISE, Learner.Simple.NAIVE).errors(),
            0.25,
            0.27));
    findings.addAll(findings(results, SyntheticWave.LOW_NOISE, 0.014, MOST_LOW));
    findings.addAll(findings(results, SyntheticWave.HIGH_NOISE, 0.089, MOST_HIGH));
    return findings;
  }

  /**
   * Returns what is to be said of one noise.
   *
   * @param papersMost the paper's mean and a standard deviation
   * @param most what we want to reach
   */
  private List<Finding> findings(
      Results results, SyntheticWave wave, double papersMost, double most) {
    String where = "Noise of " + wave.noise();
    Findings.Compared naive = compared(results, wave, Learner.Simple.NAIVE);
    Findings.Compared process = compared(results, wave, learners.process());
    Findings.Compared windowed = compared(results, wave, learners.windowedProcess());
    Findings.Compared paper = compared(results, wave, learners.paperNetwork());
    Findings.Compared usual = compared(results, wave, learners.network());
    return List.of(
        Findings.smaller(where, paper, naive),
        Findings.smaller(where, paper, process),
        Findings.atMost(
            where + ", paper's LSTM against its mean and a deviation", paper.errors(), papersMost),
        Findings.smaller(where, usual, naive),
        Findings.smaller(where, usual, process),
        Findings.atMost(where + ", LSTM against our aim", usual.errors(), most),
        Findings.compared(where + ", the same ten samples for both", usual, windowed),
        Findings.compared(
            where + ", what Adagrad costs",
            paper,
            compared(results, wave, learners.paperNetworkByAdam())),
        Findings.compared(
            where + ", what Adagrad costs",
            usual,
            compared(results, wave, learners.networkByAdam())));
  }
}
