package lindyn.examples.arm;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.Checks;
import lindyn.data.LogData;

/**
 * Simulated logs of the KUKA LWR 4+ pushing a flask, as many as are wanted. Immutable, safe to use
 * from many threads.
 *
 * @param setup what all trials have in common
 * @param draw what each trial does
 */
public record ArmData(ArmSetup setup, TrialDraw draw) {

  /** As many trials as the paper's data set has: 92 for each fill. */
  public static final int PAPER_TRIALS = 276;

  /** As many samples as the paper's data set has; the last trial is cut after 11 of them. */
  public static final int PAPER_SAMPLES = 112_761;

  /**
   * Checks that setup and draw agree.
   *
   * @throws IllegalArgumentException if other joints move than are measured
   */
  public ArmData {
    if (setup.joints() != draw.movingJoints()) {
      throw new IllegalArgumentException(
          String.format(
              "%d joints are measured but %d move", setup.joints(), draw.movingJoints()));
    }
  }

  /** Returns trials of all three fills. */
  public static ArmData of(ArmSetup setup, long seed) {
    return new ArmData(setup, new TrialDraw(seed, TrialDraw.FILLS, setup.joints()));
  }

  /**
   * Simulates one trial, called by its number from 1 on. Cost: about 12 ms.
   *
   * @param index counted from 0
   */
  public SimulatedTrial trial(int index) {
    Trial trial = draw.trial(index);
    var noise = new TrialRandom(draw.seed(), index, TrialRandom.Purpose.NOISE);
    Measurement measured =
        Measurement.of(setup, FlaskPushing.simulate(setup, trial), noise);
    return new SimulatedTrial(trial, measured.trajectory(Integer.toString(index + 1)));
  }

  /**
   * Simulates the first trials, on all processors. The fill is not among the inputs.
   *
   * @param trials how many
   * @throws IllegalArgumentException if there is not at least one
   */
  public LogData logData(int trials) {
    Checks.positive(trials, "trials");
    return new LogData(
        setup.signals(),
        IntStream.range(0, trials).parallel().mapToObj(i -> trial(i).trajectory()).toList(),
        List.of(),
        List.of());
  }
}
