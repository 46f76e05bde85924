package lindyn.train;

import java.util.List;
import java.util.stream.Stream;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;

/**
 * New samples, and old ones behind them.
 *
 * @param all all samples
 * @param recent the new ones alone, whose rows are the same
 * @param old the windows or sequences that old pieces are of, by rows of all samples
 */
record MixedSamples(SampleMatrix all, SampleMatrix recent, List<Sequence> old) {

  /**
   * Views trajectories.
   *
   * @param residuals what the base leaves of them, the new ones first
   * @param recent number of new ones
   */
  static MixedSamples of(
      NetworkUnits units, List<Trajectory> residuals, int recent, History history) {
    SampleMatrix all = units.standardized(residuals);
    return new MixedSamples(
        all,
        units.standardized(residuals.subList(0, recent)),
        all.lastSequences(recent, residuals.size(), history));
  }

  /** Returns new trajectories with old pieces behind them. */
  static List<Trajectory> joined(List<Trajectory> recent, List<Trajectory> old) {
    return Stream.concat(recent.stream(), old.stream()).toList();
  }
}
