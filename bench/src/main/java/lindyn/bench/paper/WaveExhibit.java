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
        learners.byAdam(learners.paperNetwork()),
        learners.byAdam(learners.network()),
        learners.byAdam(learners.smallNetwork()),
        learners.linear(),
        learners.mean());
  }

  private List<WaveJob> repeats(SyntheticWave wave, Learner learner) {
    return IntStream.rangeClosed(1, plan.repeats())
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
                + " ours reproduces its naive error. Mean and standard deviation of the mean squared"
                + " error over "
                + plan.repeats()
                + " experiments; \"clean\" is against the next sample without noise."));
    blocks.add(table(results));
    blocks.addAll(findings(results));
    blocks.addAll(new WaveFigures(learners).blocks(results));
    return blocks;
  }

  private Table table(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (Learner learner : learners()) {
      List<String> row = new ArrayList<>(List.of(learner.title()));
      for (SyntheticWave wave : List.of(SyntheticWave.LOW_NOISE, SyntheticWave.HIGH_NOISE)) {
        boolean isLow = wave.equals(SyntheticWave.LOW_NOISE);
        row.add(
            PAPER.getOrDefault(learner.key(), List.of(Words.NONE, Words.NONE)).get(isLow ? 0 : 1));
        for (String number : List.of("mse", "clean_mse", "nmse")) {
          row.add(Words.of(results.sample(repeats(wave, learner), number)));
        }
      }
      rows.add(row);
    }
    return new Table(
        "Mean squared errors, noise of .01 (left) and .1 (right)",
        List.of(
            "model",
            "paper, .01",
            "MSE",
            "clean MSE",
            "nMSE",
            "paper, .1",
            "MSE",
            "clean MSE",
            "nMSE"),
        rows);
  }

  private Findings.Compared compared(Results results, SyntheticWave wave, Learner learner) {
    return new Findings.Compared(learner.title(), results.sample(repeats(wave, learner), "mse"));
  }

  private List<Finding> findings(Results results) {
    SyntheticWave low = SyntheticWave.LOW_NOISE;
    SyntheticWave high = SyntheticWave.HIGH_NOISE;
    Findings.Compared naive = compared(results, low, Learner.Simple.NAIVE);
    Findings.Compared process = compared(results, low, learners.process());
    Findings.Compared paper = compared(results, low, learners.paperNetwork());
    Findings.Compared usual = compared(results, low, learners.network());
    return List.of(
        Findings.within("Naive error at a noise of .01", naive.errors(), 0.25, 0.27),
        Findings.smaller("Noise of .01", paper, naive),
        Findings.smaller("Noise of .01", paper, process),
        Findings.smaller("Noise of .01", usual, naive),
        Findings.smaller("Noise of .01", usual, process),
        Findings.atMost("LSTM at a noise of .01", usual.errors(), MOST_LOW),
        Findings.atMost(
            "LSTM of 2×10 units at a noise of .01",
            compared(results, low, learners.smallNetwork()).errors(),
            MOST_LOW),
        Findings.atMost(
            "LSTM at a noise of .1",
            compared(results, high, learners.network()).errors(),
            MOST_HIGH),
        Findings.smaller(
            "Noise of .1",
            compared(results, high, learners.network()),
            compared(results, high, learners.process())),
        Findings.compared(
            "What Adagrad costs against Adam, noise of .01",
            paper,
            compared(results, low, learners.byAdam(learners.paperNetwork()))),
        Findings.compared(
            "What Adagrad costs against Adam, noise of .01",
            usual,
            compared(results, low, learners.byAdam(learners.network()))),
        Findings.compared(
            "What Adagrad costs against Adam, noise of .01",
            compared(results, low, learners.smallNetwork()),
            compared(results, low, learners.byAdam(learners.smallNetwork()))));
  }
}
