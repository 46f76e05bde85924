package lindyn.bench.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lindyn.Trajectory;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.Learners;
import lindyn.examples.waves.SyntheticWave;
import lindyn.report.Axis;
import lindyn.report.Chart;
import lindyn.report.Colour;
import lindyn.report.Document.Block;
import lindyn.report.Document.Figure;
import lindyn.report.Document.Heading;
import lindyn.report.Inset;
import lindyn.report.LineChart;
import lindyn.report.PanelChart;
import lindyn.report.Series;

/**
 * The wave itself and its prediction: figs 3 and 4, of the first experiment.
 *
 * @param learners gives the models
 */
record WaveFigures(Learners learners) {

  private static final int REPEAT = 1;
  private static final int SHOWN = 100;
  private static final int INSET_STEPS = 8;
  private static final Axis STEP = Axis.count("time step k");
  private static final Axis STATE = Axis.linear("state");

  List<Block> blocks(Results results) {
    return List.of(
        new Heading("Figure 3: the data of the synthetic wave"),
        new Figure(
            "figure-3",
            "The wave of the first experiment, clean and as measured, with noise of .01 and .1.",
            List.of(waves())),
        new Heading("Figure 4: predictions of the synthetic wave"),
        new Figure(
            "figure-4",
            "The next sample as it was measured and as models predict it, with noise of .01 (first"
                + " chart) and .1 (second), in the first experiment; half of the steps were learned"
                + " from. The inset shows eight steps around a phase of π/2.",
            List.of(
                predictions(results, SyntheticWave.LOW_NOISE),
                predictions(results, SyntheticWave.HIGH_NOISE))));
  }

  private static Chart waves() {
    return new PanelChart(
        "The synthetic wave",
        STEP,
        STATE,
        List.of(panel(SyntheticWave.LOW_NOISE), panel(SyntheticWave.HIGH_NOISE)));
  }

  private static PanelChart.Panel panel(SyntheticWave wave) {
    Trajectory trajectory = wave.trajectory("wave", REPEAT);
    double[] clean =
        IntStream.range(0, SHOWN)
            .mapToDouble(k -> SyntheticWave.clean(0.1 * k + SyntheticWave.phase(REPEAT)))
            .toArray();
    double[] measured =
        IntStream.range(0, SHOWN).mapToDouble(k -> trajectory.motion().q().at(k, 0)).toArray();
    return new PanelChart.Panel(
        "noise of " + wave.noise(),
        "",
        List.of(
            series("measured", Colour.ORANGE, 0, measured),
            series("clean", Colour.INK, 0, clean).dashed()));
  }

  private Chart predictions(Results results, SyntheticWave wave) {
    int middle = stepAtQuarterTurn();
    int from = middle - INSET_STEPS / 2;
    return new LineChart(
        "Predictions of the synthetic wave, noise of " + wave.noise(),
        STEP,
        STATE,
        lines(results, wave, 0, SHOWN),
        List.of(),
        Optional.of(
            new Inset(
                "around a phase of π/2",
                STEP,
                STATE,
                lines(results, wave, from, from + INSET_STEPS),
                Inset.Place.BESIDE)));
  }

  /** The label of step k has the phase of step k + 1. */
  private static int stepAtQuarterTurn() {
    return IntStream.range(INSET_STEPS, SHOWN - INSET_STEPS)
        .boxed()
        .min(Comparator.comparingDouble(WaveFigures::distanceToQuarterTurn))
        .orElseThrow();
  }

  private static double distanceToQuarterTurn(int step) {
    double phase = 0.1 * (step + 1) + SyntheticWave.phase(REPEAT);
    return Math.abs(Math.IEEEremainder(phase - Math.PI / 2, 2 * Math.PI));
  }

  private List<Series> lines(Results results, SyntheticWave wave, int from, int to) {
    List<Series> lines = new ArrayList<>();
    for (Learner learner :
        List.of(
            Learner.Simple.NAIVE,
            learners.process(),
            learners.paperNetwork(),
            learners.network())) {
      results
          .find(new WaveJob(wave, learner, REPEAT))
          .map(outcome -> outcome.series().getOrDefault("predicted", List.of()))
          .filter(predicted -> predicted.size() >= to)
          .ifPresent(
              predicted ->
                  lines.add(
                      series(
                          learner.title(),
                          Palette.of(learner.key()),
                          from,
                          IntStream.range(from, to).mapToDouble(predicted::get).toArray())));
    }
    Trajectory trajectory = wave.trajectory("wave", REPEAT);
    double[] measured =
        IntStream.range(from, to).mapToDouble(k -> trajectory.tau().at(k, 0)).toArray();
    lines.add(series("measured", Colour.INK, from, measured).dashed());
    return lines;
  }

  private static Series series(String name, Colour colour, int from, double[] values) {
    double[] steps = IntStream.range(from, from + values.length).asDoubleStream().toArray();
    return Series.of(name, colour, steps, values);
  }
}
