package lindyn.bench.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.bench.job.Job;
import lindyn.bench.lesson.Learners;
import lindyn.gp.model.GpConfig;
import lindyn.report.Axis;
import lindyn.report.Document.Block;
import lindyn.report.Document.Figure;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Finding.Standing;
import lindyn.report.Document.Heading;
import lindyn.report.Document.Paragraph;
import lindyn.report.Document.Table;
import lindyn.report.Inset;
import lindyn.report.LineChart;
import lindyn.report.Series;

/** Training time against the number of samples: table II and fig. 7. */
final class TimesExhibit implements Exhibit {

  /** The paper's seconds on 8 cores at 3.4 GHz, by number of samples. */
  private static final Map<Integer, Double> PAPER_LSTM =
      Map.of(1000, 2.9, 10_000, 28.1, 50_000, 141.1, 100_000, 282.4, 112_761, 282.4);

  private static final Map<Integer, Double> PAPER_GP =
      Map.of(1000, 33.7, 10_000, 3196.0, 50_000, 9e4);

  /** Below this the O(n²) of the kernel and what comes once hide the O(n³). */
  private static final int CUBIC_FROM = 2000;

  /** Fewer windows than a few batches say nothing about the growth. */
  private static final int WINDOWS_FROM = 1000;

  /** A batch of 128 is full from so many trajectories side by side on. */
  private static final int SEQUENCES_FROM = 50_000;

  /** Searches for hyper-parameters differ in their length, so they are repeated more often. */
  private static final int SEARCHES = 3;

  private final Plan plan;
  private final Subject subject;
  private final Learners learners;

  TimesExhibit(Plan plan, Subject subject, Learners learners) {
    this.plan = plan;
    this.subject = subject;
    this.learners = learners;
  }

  @Override
  public String name() {
    return "table-2";
  }

  private List<Integer> sizes(Timed timed) {
    return Stream.concat(plan.samples().inset().stream(), allTimes(timed))
        .filter(n -> !timed.isProcess() || n <= plan.processes().timed())
        .filter(n -> timed != Timed.LSTM_SEQUENCES || n >= TimeJob.FEWEST_IN_SEQUENCES)
        .distinct()
        .sorted()
        .toList();
  }

  /** Processes are timed at 2000 and 5000 too, to see how their time grows. */
  private Stream<Integer> allTimes(Timed timed) {
    return timed.isProcess()
        ? Stream.concat(
            plan.samples().times().stream(), Stream.of(2000, 5000).filter(n -> n <= largest()))
        : plan.samples().times().stream();
  }

  private int largest() {
    return plan.samples().times().stream().mapToInt(n -> n).max().orElse(0);
  }

  private List<TimeJob> repeats(Timed timed, int samples) {
    int count =
        timed.isProcess()
            ? plan.processes()
                .repeats(
                    SEARCHES * plan.repeats().times(),
                    Costs.processes(GpConfig.PAPER, samples, subject.log().signals()) / 2)
            : plan.repeats().times();
    return IntStream.rangeClosed(1, count)
        .mapToObj(repeat -> new TimeJob(subject, learners, timed, samples, repeat))
        .toList();
  }

  @Override
  public List<Job> jobs() {
    return Stream.of(Timed.values())
        .flatMap(timed -> sizes(timed).stream().flatMap(n -> repeats(timed, n).stream()))
        .map(Job.class::cast)
        .toList();
  }

  private Sample seconds(Results results, Timed timed, int samples) {
    return results.sample(repeats(timed, samples), TimeJob.SECONDS);
  }

  @Override
  public List<Block> blocks(Results results) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Table II and figure 7: training time"));
    blocks.add(
        new Paragraph(
            "Seconds to train on n samples: the paper's LSTM on windows of "
                + learners.window()
                + " time steps (100 epochs, batches of 128, graph and its compilation included), an LSTM"
                + " on contiguous sequences (each sample is processed once per epoch), and a GP per joint,"
                + " with its hyper-parameters found by maximising the marginal likelihood, and with given"
                + " ones. Networks use one core, processes all "
                + Runtime.getRuntime().availableProcessors()
                + "; the paper used 8 cores at 3.4 GHz, and does not say how long its windows are. Its 282.4 s"
                + " stand for 100,000 and for 112,761 samples, and its GP's own seconds grow with n^2 only,"
                + " so that hyper-parameters were probably not found anew for its larger sets. Each job"
                + " runs alone, after a small one to warm up."));
    blocks.add(table(results));
    blocks.add(figure(results));
    blocks.addAll(findings(results));
    return blocks;
  }

  private Table table(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (int n : plan.samples().times()) {
      List<String> row = new ArrayList<>(List.of(Words.count(n)));
      Sample windows = seconds(results, Timed.LSTM_WINDOWS, n);
      row.add(paper(PAPER_LSTM, n));
      row.add(Words.of(windows));
      row.add(ratio(PAPER_LSTM, n, windows));
      row.add(
          sizes(Timed.LSTM_SEQUENCES).contains(n)
              ? Words.of(seconds(results, Timed.LSTM_SEQUENCES, n))
              : Words.NONE);
      row.add(paper(PAPER_GP, n));
      Sample search = seconds(results, Timed.GP_SEARCH, n);
      row.add(measuredOrExtrapolated(results, Timed.GP_SEARCH, n));
      row.add(ratio(PAPER_GP, n, search));
      row.add(measuredOrExtrapolated(results, Timed.GP_FACTORISATION, n));
      rows.add(row);
    }
    return new Table(
        "Training time in s; ~ marks what was not run, but extrapolated by n³ from the largest n that"
            + " was",
        List.of(
            "samples",
            "LSTM, paper",
            "LSTM on windows",
            "paper / ours",
            "LSTM on sequences",
            "GP, paper",
            "GP, found",
            "paper / ours",
            "GP, given"),
        rows);
  }

  private static String paper(Map<Integer, Double> seconds, int samples) {
    return seconds.containsKey(samples) ? Words.of(seconds.get(samples)) : Words.NONE;
  }

  private static String ratio(Map<Integer, Double> paper, int samples, Sample ours) {
    return paper.containsKey(samples) && ours.count() > 0
        ? Words.of(paper.get(samples) / ours.mean())
        : Words.NONE;
  }

  private String measuredOrExtrapolated(Results results, Timed timed, int samples) {
    if (sizes(timed).contains(samples)) {
      return Words.of(seconds(results, timed, samples));
    }
    return sizes(timed).stream()
        .filter(n -> seconds(results, timed, n).count() > 0)
        .reduce((few, many) -> many)
        .map(n -> seconds(results, timed, n).mean() * Math.pow((double) samples / n, 3))
        .map(seconds -> "~" + Words.of(seconds))
        .orElse(Words.NONE);
  }

  private Figure figure(Results results) {
    int most = plan.samples().inset().stream().mapToInt(n -> n).max().orElse(0);
    return new Figure(
        "figure-7",
        "Training time against the number of samples, both axes logarithmic; the inset shows small"
            + " numbers on linear axes.",
        List.of(
            new LineChart(
                "Training time against the number of samples",
                Axis.logarithmic("samples n"),
                Axis.logarithmic("training time in s"),
                lines(results, Integer.MAX_VALUE, List.of(Timed.values())),
                List.of(),
                Optional.of(
                    new Inset(
                        "up to " + Words.count(most) + " samples",
                        Axis.linear("samples n"),
                        Axis.linear("s"),
                        lines(results, most, List.of(Timed.LSTM_WINDOWS, Timed.GP_SEARCH)),
                        Inset.Place.BOTTOM_RIGHT)))));
  }

  private List<Series> lines(Results results, int most, List<Timed> shown) {
    List<Series> lines = new ArrayList<>();
    for (Timed timed : shown) {
      List<Integer> sizes = sizes(timed).stream().filter(n -> n <= most).toList();
      var line = new Line(sizes, sizes.stream().map(n -> seconds(results, timed, n)).toList());
      Series series = line.series(timed.title(), Palette.of(timed.key()));
      lines.add(timed.isProcess() ? series.dashed() : series);
    }
    return lines;
  }

  private List<Finding> findings(Results results) {
    return List.of(
        linear(results, Timed.LSTM_WINDOWS),
        linear(results, Timed.LSTM_SEQUENCES),
        cubic(results, Timed.GP_SEARCH),
        cubic(results, Timed.GP_FACTORISATION));
  }

  /** Of the time of 99 epochs: what comes once is not a part of it. */
  private Finding linear(Results results, Timed timed) {
    var slope = new Slope();
    int least = timed == Timed.LSTM_WINDOWS ? WINDOWS_FROM : SEQUENCES_FROM;
    for (int n : sizes(timed)) {
      Sample once = results.sample(repeats(timed, n), TimeJob.ONE_EPOCH);
      Sample all = seconds(results, timed, n);
      if (n >= least) {
        slope.add(n, all.mean() - once.mean());
      }
    }
    return finding("99 of the 100 epochs of the " + timed.title(), slope, 0.9, 1.1, "n^1");
  }

  private Finding cubic(Results results, Timed timed) {
    var slope = new Slope();
    sizes(timed).stream()
        .filter(n -> n >= CUBIC_FROM)
        .forEach(n -> slope.add(n, seconds(results, timed, n).mean()));
    return finding(timed.title(), slope, 2.5, 3.3, "n^3");
  }

  private static Finding finding(
      String what, Slope slope, double low, double high, String expected) {
    if (slope.count() < 2) {
      return new Finding(Standing.OPEN, what + ": too few numbers of samples for a slope");
    }
    return new Finding(
        slope.value() >= low && slope.value() <= high ? Standing.AGREES : Standing.DIFFERS,
        String.format(
            Locale.ROOT,
            "%s: from %s to %s samples the time grows with n^%.2f; expected %s, from n^%.1f to n^%.1f"
                + " counts as such",
            what,
            Words.count(slope.least()),
            Words.count(slope.most()),
            slope.value(),
            expected,
            low,
            high));
  }
}
