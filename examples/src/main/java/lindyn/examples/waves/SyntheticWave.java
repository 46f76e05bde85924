package lindyn.examples.waves;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.Checks;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.LogNotes;

/**
 * The paper's synthetic task: to predict the next sample of a noisy periodic wave (Rueckert et al.
 * 2017, Table I and Figs 3 and 4). The paper does not state the wave's formula; this one reproduces
 * the errors of its naive predictor.
 *
 * <p>The clean wave is s(θ) = sin(2θ) + tri(θ) + saw(2θ) at θ_k = 0.1 k + φ, with tri(p) = (2/π)
 * asin(sin p) and saw(p) = 2 frac(p / 2π) − 1. Its period of 20π samples is not a whole number, so
 * that no sample repeats an earlier one. What is measured is x_k = s(θ_k) + σ ε_k with ε_k ~ N(0,
 * 1).
 *
 * <p>As a motion the wave has one joint, and everything is dimensionless: q is the state x_k, qd
 * the plain difference x_k − x_{k−1} (per sample, not per second), qdd is zero, as the task has no
 * acceleration, and tau is the next state x_{k+1}. The phase runs at 1 rad/s, so the sampling
 * period is 0.1 s.
 *
 * <p>One {@link SplittableRandom} per seed draws φ, uniform in [0, 2π), by {@code nextDouble}, then
 * ε_{−1}, ε_0, …, ε_n by {@code nextGaussian}. A longer wave of the same seed begins with the
 * shorter one.
 *
 * @param samples length n of a trajectory
 * @param noise standard deviation σ of the noise
 */
public record SyntheticWave(int samples, double noise) {

  /** Table I, upper half. */
  public static final SyntheticWave LOW_NOISE = new SyntheticWave(1000, 0.01);

  /** Table I, lower half. */
  public static final SyntheticWave HIGH_NOISE = new SyntheticWave(1000, 0.1);

  /** One joint without a unit, sampled every 0.1 s. */
  public static final Signals SIGNALS = new Signals(List.of("wave"), List.of(), "1", 0.1);

  /** How far θ advances from one sample to the next, in rad. */
  private static final double PHASE_STEP = 0.1;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are no samples, or the noise is negative or not
   *     finite
   */
  public SyntheticWave {
    Checks.positive(samples, "samples");
    Checks.inRange(0, Double.POSITIVE_INFINITY, noise, "noise");
  }

  /** Returns a wave of another length. */
  public SyntheticWave withSamples(int newSamples) {
    return new SyntheticWave(newSamples, noise);
  }

  /** Returns a wave with another standard deviation of the noise. */
  public SyntheticWave withNoise(double newNoise) {
    return new SyntheticWave(samples, newNoise);
  }

  /** Returns the clean wave s(θ), in [−2.5, 2.5], at a phase in rad. */
  public static double clean(double theta) {
    return StrictMath.sin(2 * theta) + triangle(theta) + saw(2 * theta);
  }

  private static double triangle(double phase) {
    return 2 / Math.PI * StrictMath.asin(StrictMath.sin(phase));
  }

  private static double saw(double phase) {
    double turns = phase / (2 * Math.PI);
    return 2 * (turns - Math.floor(turns)) - 1;
  }

  /** Returns the phase φ of the first sample that a seed stands for, in rad. */
  public static double phase(long seed) {
    return drawPhase(new SplittableRandom(seed));
  }

  private static double drawPhase(SplittableRandom random) {
    return 2 * Math.PI * random.nextDouble();
  }

  /** Generates the trajectory of one seed, with noise on states and on labels. */
  public Trajectory trajectory(String id, long seed) {
    double[] x = states(seed);
    float[] q = new float[samples];
    float[] qd = new float[samples];
    float[] tau = new float[samples];
    for (int k = 0; k < samples; k++) {
      q[k] = (float) x[k + 1];
      qd[k] = (float) (x[k + 1] - x[k]);
      tau[k] = (float) x[k + 2];
    }
    var motion =
        new Motion(
            id,
            SampleTimes.every(SIGNALS.samplePeriod(), samples),
            column(q),
            column(qd),
            column(new float[samples]),
            JointSeries.of(new float[0], samples, 0));
    return new Trajectory(motion, column(tau));
  }

  /** Draws x_{−1}, x_0, …, x_n. */
  private double[] states(long seed) {
    var random = new SplittableRandom(seed);
    double phase = drawPhase(random);
    double[] x = new double[samples + 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = clean(PHASE_STEP * (i - 1) + phase) + noise * random.nextGaussian();
    }
    return x;
  }

  /**
   * Returns the labels without noise, s(θ_{k+1}), of the trajectory of one seed, shape {@code
   * [samples, 1]}.
   */
  public JointSeries cleanLabels(long seed) {
    double phase = phase(seed);
    float[] labels = new float[samples];
    for (int k = 0; k < samples; k++) {
      labels[k] = (float) clean(PHASE_STEP * (k + 1) + phase);
    }
    return column(labels);
  }

  private JointSeries column(float[] values) {
    return JointSeries.of(values, samples, 1);
  }

  /**
   * Generates trajectories of different phases and noise, called {@code wave-1}, {@code wave-2}, ….
   * They come from no log, so there are no sources.
   *
   * @param trajectories how many
   * @param seed seeds the trajectories' own seeds
   * @throws IllegalArgumentException if there is not at least one trajectory
   */
  public LogData logData(int trajectories, long seed) {
    Checks.positive(trajectories, "trajectories");
    long[] seeds = new SplittableRandom(seed).longs(trajectories).toArray();
    List<Trajectory> waves =
        IntStream.range(0, trajectories)
            .mapToObj(i -> trajectory("wave-" + (i + 1), seeds[i]))
            .toList();
    return new LogData(SIGNALS, waves, List.of(), LogNotes.NONE);
  }
}
