package lindyn.bench.paper;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.bench.job.Job;
import lindyn.bench.job.Labels;
import lindyn.bench.job.Outcome;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.Lesson;
import lindyn.data.DrawnSamples;
import lindyn.data.LogData;
import lindyn.data.LogNotes;
import lindyn.examples.waves.SyntheticWave;

/**
 * A model of one half of the windows of a synthetic wave, drawn at random, tested on the other half
 * (Rueckert et al. 2017, table I).
 *
 * @param wave the wave
 * @param learner what makes the model
 * @param repeat from 1; decides phase, noise, windows and initial weights
 */
record WaveJob(SyntheticWave wave, Learner learner, int repeat) implements Job {

  /** Tells the seeds of halves from those of waves. */
  private static final long HALF = 0x68616c66L;

  /** Repeats whose predictions are kept. */
  private static final int SHOWN = 1;

  @Override
  public Labels labels() {
    return new Labels("wave", learner.key(), wave.samples() / 2, "noise-" + wave.noise(), repeat);
  }

  @Override
  public String settings() {
    return wave + "; " + learner;
  }

  @Override
  public double cost() {
    return Costs.learning(learner, wave.samples() / 2, SyntheticWave.SIGNALS);
  }

  @Override
  public boolean isTimed() {
    return false;
  }

  @Override
  public Outcome run() {
    Trajectory trajectory = wave.trajectory("wave", repeat);
    var log = new LogData(SyntheticWave.SIGNALS, List.of(trajectory), List.of(), LogNotes.NONE);
    DrawnSamples half =
        DrawnSamples.random(
            log.trajectories(), wave.samples() / 2, new SplittableRandom(HALF + repeat));
    JointSeries predicted =
        learner.learn(new Lesson(log, half), repeat).predict(trajectory.motion());
    int[] tested = others(half);
    double variance = variance(trajectory.tau(), tested);
    double mse = mse(predicted, trajectory.tau(), tested);
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("mse", mse);
    numbers.put("nmse", mse / variance);
    numbers.put("clean_mse", mse(predicted, wave.cleanLabels(repeat), tested));
    return new Outcome(
        numbers, repeat == SHOWN ? Map.of("predicted", column(predicted)) : Map.of());
  }

  private int[] others(DrawnSamples half) {
    var drawn = new BitSet();
    IntStream.range(0, half.count()).forEach(place -> drawn.set(half.sample(place)));
    return IntStream.range(0, wave.samples()).filter(sample -> !drawn.get(sample)).toArray();
  }

  private static double mse(JointSeries predicted, JointSeries labels, int[] rows) {
    return IntStream.of(rows)
        .mapToDouble(t -> (double) predicted.at(t, 0) - labels.at(t, 0))
        .map(error -> error * error)
        .average()
        .orElseThrow();
  }

  private static double variance(JointSeries labels, int[] rows) {
    double mean = IntStream.of(rows).mapToDouble(t -> labels.at(t, 0)).average().orElseThrow();
    return IntStream.of(rows)
        .mapToDouble(t -> labels.at(t, 0) - mean)
        .map(deviation -> deviation * deviation)
        .average()
        .orElseThrow();
  }

  private static List<Double> column(JointSeries series) {
    return IntStream.range(0, series.timeSteps()).mapToObj(t -> (double) series.at(t, 0)).toList();
  }
}
