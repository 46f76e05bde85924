package lindyn.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lindyn.sweep.Setting;
import lindyn.sweep.Trial;
import lindyn.train.EpochReport;

/** The charts of a sweep. */
final class SweepCharts {

  /** As many finalists as have a colour of their own, beside that of the best. */
  private static final List<Colour> FINALISTS =
      List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN, Colour.PURPLE, Colour.SKY);

  private static final String ERROR = "validation error";

  /** Numbers that span more than this are laid out by ratios. */
  private static final double WIDE = 3;

  private SweepCharts() {}

  /** Returns the validation error of all candidates against the share of their epochs. */
  static LineChart courses(SweepReport sweep) {
    List<Trial> ranking = sweep.ranking();
    List<Series> series = new ArrayList<>();
    for (int place = 0; place < ranking.size(); place++) {
      Trial trial = ranking.get(place);
      boolean isFinalist = trial.rung() == sweep.rungs().count() && Double.isFinite(trial.error());
      if (!trial.course().epochs().isEmpty()) {
        series.add(
            isFinalist && place <= FINALISTS.size()
                ? course(
                    "candidate " + trial.candidate().number(),
                    place == 0 ? Colour.VERMILLION : FINALISTS.get(place - 1),
                    trial)
                : course("others", Colour.GREY, trial));
      }
    }
    Collections.reverse(series); // the best on top
    return new LineChart(
        "Validation error of the candidates",
        Axis.linear("share of the candidate's epochs, in %"),
        Axis.logarithmic(ERROR),
        series,
        IntStream.range(1, sweep.rungs().count())
            .mapToObj(rung -> new Marker(100 * sweep.rungs().share(rung), "rung " + rung))
            .toList());
  }

  private static Series course(String name, Colour colour, Trial trial) {
    List<EpochReport> epochs = trial.course().epochs();
    return Series.of(
        name,
        colour,
        epochs.stream().mapToDouble(e -> 100.0 * e.epoch() / e.epochs()).toArray(),
        epochs.stream().mapToDouble(EpochReport::validationLoss).toArray());
  }

  /**
   * Returns the validation error at the end of the first rung, which all candidates came to,
   * against one setting; empty if the setting has one value only.
   */
  static Optional<Chart> against(SweepReport sweep, int setting) {
    List<Trial> trials =
        sweep.atRung(1).stream().filter(trial -> Double.isFinite(trial.error())).toList();
    Map<String, Double> least = new LinkedHashMap<>();
    trials.forEach(t -> least.merge(at(t, setting).value(), t.error(), Math::min));
    if (least.size() < 2) {
      return Optional.empty();
    }
    String name = at(trials.get(0), setting).name();
    return Optional.of(
        least.keySet().stream().allMatch(SweepCharts::isNumber)
            ? points(sweep, name, setting, trials)
            : bars(name, least));
  }

  private static Setting at(Trial trial, int setting) {
    return trial.candidate().settings().get(setting);
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  }

  private static BarChart bars(String name, Map<String, Double> least) {
    return new BarChart(
        "Validation error against " + name,
        Axis.linear(ERROR),
        List.copyOf(least.keySet()),
        List.of(new BarChart.Bars("the best candidate", Colour.BLUE, List.copyOf(least.values()))));
  }

  private static LineChart points(SweepReport sweep, String name, int setting, List<Trial> trials) {
    double[] x = trials.stream().mapToDouble(t -> number(t, setting)).sorted().toArray();
    boolean isWide = x[0] > 0 && x[x.length - 1] > WIDE * x[0];
    Optional<Trial> best = sweep.best();
    List<Trial> others =
        trials.stream()
            .filter(t -> best.stream().noneMatch(b -> b.candidate().equals(t.candidate())))
            .toList();
    List<Trial> chosen = trials.stream().filter(t -> !others.contains(t)).toList();
    return new LineChart(
        "Validation error against " + name,
        isWide
            ? Axis.logarithmic(name)
            : DoubleStream.of(x).allMatch(value -> value == Math.rint(value))
                ? Axis.count(name)
                : Axis.linear(name),
        Axis.logarithmic(ERROR),
        List.of(
            dots("all others", Colour.BLUE, others, setting),
            dots("the best in the end", Colour.VERMILLION, chosen, setting)),
        List.of());
  }

  private static double number(Trial trial, int setting) {
    return Double.parseDouble(at(trial, setting).value());
  }

  /** A line with a gap after each point is a row of dots. */
  private static Series dots(String name, Colour colour, List<Trial> trials, int setting) {
    double[] x = new double[2 * trials.size()];
    double[] y = new double[2 * trials.size()];
    List<Trial> sorted = new ArrayList<>(trials);
    sorted.sort((a, b) -> Double.compare(number(a, setting), number(b, setting)));
    for (int i = 0; i < sorted.size(); i++) {
      x[2 * i] = number(sorted.get(i), setting);
      x[2 * i + 1] = x[2 * i];
      y[2 * i] = sorted.get(i).error();
      y[2 * i + 1] = Double.NaN;
    }
    return Series.of(name, colour, x, y);
  }
}
