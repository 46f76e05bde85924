package lindyn.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import lindyn.InputException;
import lindyn.log.preparation.IrregularTimes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is done with logs that are sampled irregularly. */
final class TimesOptions {

  /** Named choices. */
  enum Choice {
    KEEP,
    REFUSE,
    RESAMPLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--irregular",
      paramLabel = "CHOICE",
      defaultValue = "keep",
      description =
          "Trajectories with irregular times: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}). resample: even times, by cubic splines.")
  private Choice choice = Choice.KEEP;

  @Option(
      names = "--resample-period",
      paramLabel = "SECONDS",
      description =
          "Sampling period after resampling (default: that of the model, in training each"
              + " trajectory's median).")
  private @Nullable Double period;

  @Option(
      names = "--max-gap",
      paramLabel = "PERIODS",
      description = "Longest gap that resampling fills (default: 10 periods).")
  private @Nullable Double maxGap;

  /** Returns the choice; a period that is not given is the usual one. */
  IrregularTimes times(OptionalDouble usualPeriod) {
    if (choice != Choice.RESAMPLE) {
      if (period != null || maxGap != null) {
        throw new InputException(
            "--resample-period and --max-gap need --irregular resample; give it or drop them");
      }
      return choice == Choice.REFUSE ? new IrregularTimes.Refuse() : new IrregularTimes.Keep();
    }
    try {
      return new IrregularTimes.Resample(
          period == null ? usualPeriod : OptionalDouble.of(period),
          maxGap == null ? IrregularTimes.Resample.DEFAULT.maxGap() : maxGap);
    } catch (IllegalArgumentException e) {
      throw new InputException("options of --irregular: " + e.getMessage(), e);
    }
  }
}
