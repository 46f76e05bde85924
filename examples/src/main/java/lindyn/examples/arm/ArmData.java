package lindyn.examples.arm;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.Checks;
import lindyn.data.LogData;
import lindyn.data.LogNotes;

/**
 * A data set of simulated trials of the KUKA LWR 4+ pushing a flask. Immutable, safe to use from
 * many threads: a trial is simulated when it is asked for.
 *
 * @param setup what all trials have in common
 * @param draw what each trial does
 * @param trials how many there are; with {@link #PAPER_TRIALS} the last one is cut so that there
 *     are {@link #PAPER_SAMPLES} samples
 */
public record ArmData(ArmSetup setup, TrialDraw draw, int trials) {

  /** As many trials as the paper's data set needs: 92 for each fill. */
  public static final int PAPER_TRIALS = 276;

  /** Samples of the paper's data set. */
  public static final int PAPER_SAMPLES = 112_761;

  /**
   * Checks that setup and draw agree.
   *
   * @throws IllegalArgumentException if other joints move than are measured, or there is no trial
   */
  public ArmData {
    Checks.positive(trials, "trials");
    if (setup.joints() != draw.movingJoints()) {
      throw new IllegalArgumentException(
          String.format("%d joints are measured but %d move", setup.joints(), draw.movingJoints()));
    }
  }

  /** Returns trials of all three fills. */
  public static ArmData of(ArmSetup setup, long seed, int trials) {
    return new ArmData(setup, new TrialDraw(seed, TrialDraw.FILLS, setup.joints()), trials);
  }

  /** Returns the number of samples in all trials. */
  public long samples() {
    return trials == PAPER_TRIALS ? PAPER_SAMPLES : (long) trials * ArmSetup.SAMPLES;
  }

  /**
   * Simulates one trial, called by its number from 1 on. Cost: about 6 ms.
   *
   * @param index counted from 0
   * @throws IllegalArgumentException if there is no such trial
   */
  public SimulatedTrial trial(int index) {
    Checks.inRange(0, trials, index, "index of a trial");
    Trial trial = draw.trial(index);
    var noise = new TrialRandom(draw.seed(), index, TrialRandom.Purpose.NOISE);
    Measurement measured = Measurement.of(setup, FlaskPushing.simulate(setup, trial), noise);
    var simulated = new SimulatedTrial(trial, measured.trajectory(Integer.toString(index + 1)));
    long samplesLeft = samples() - (long) index * ArmSetup.SAMPLES;
    return samplesLeft < ArmSetup.SAMPLES ? simulated.first((int) samplesLeft) : simulated;
  }

  /** Simulates all trials, on all processors. The fill is not among the inputs. */
  public LogData logData() {
    return new LogData(
        setup.signals(),
        IntStream.range(0, trials).parallel().mapToObj(i -> trial(i).trajectory()).toList(),
        List.of(),
        LogNotes.NONE);
  }
}
