package lindyn.log;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import lindyn.InputException;
import lindyn.Signals;
import lindyn.log.format.StandardColumns;
import lindyn.log.preparation.Preparation;

/**
 * What a log does not say about itself.
 *
 * @param samplePeriod time between two rows, in s, of the files that have no column {@code t};
 *     files that have one are read with their measured times
 * @param extraInputs names of the columns that a model reads beside q, qd and qdd, in the model's
 *     order
 * @param torqueUnit unit of the columns tau
 * @param mapping which of the log's own names stand for Lindyn's
 * @param preparation what is done to the rows
 */
public record ReadingOptions(
    OptionalDouble samplePeriod,
    List<String> extraInputs,
    String torqueUnit,
    ColumnMapping mapping,
    Preparation preparation) {

  /** Logs with a column {@code t}, no extra inputs, torques in N·m, prepared by default. */
  public static final ReadingOptions DEFAULT =
      new ReadingOptions(
          OptionalDouble.empty(),
          List.of(),
          Signals.NEWTON_METRE,
          ColumnMapping.NONE,
          Preparation.DEFAULT);

  /**
   * Checks the options.
   *
   * @throws InputException if the period is not positive, or an extra input is named twice or is
   *     one of the columns that are read anyway, or the mapping names an unknown column
   */
  public ReadingOptions {
    extraInputs = List.copyOf(extraInputs);
    samplePeriod.ifPresent(ReadingOptions::requirePositive);
    Set<String> seen = new HashSet<>();
    for (String name : extraInputs) {
      requireExtra(name);
      if (!seen.add(name)) {
        throw new InputException("extra input '" + name + "' is named twice; name it once");
      }
    }
    mapping.requireTargets(seen);
  }

  private static void requirePositive(double samplePeriod) {
    if (!(samplePeriod > 0 && samplePeriod < Double.POSITIVE_INFINITY)) {
      throw new InputException(
          "sampling period must be positive and finite, in s, got " + samplePeriod);
    }
  }

  private static void requireExtra(String name) {
    if (name.isBlank()) {
      throw new InputException("extra input without a name; give a column of the log");
    }
    if (StandardColumns.contains(name)) {
      throw new InputException(
          "extra input '"
              + name
              + "' is a standard column (trajectory, t, q1.., qd1.., qdd1.., tau1..); name only"
              + " other columns");
    }
  }

  /** Returns these options with a sampling period, in s, for files without a column {@code t}. */
  public ReadingOptions withSamplePeriod(double newSamplePeriod) {
    return new ReadingOptions(
        OptionalDouble.of(newSamplePeriod), extraInputs, torqueUnit, mapping, preparation);
  }

  /** Returns these options with other extra inputs. */
  public ReadingOptions withExtraInputs(List<String> newExtraInputs) {
    return new ReadingOptions(samplePeriod, newExtraInputs, torqueUnit, mapping, preparation);
  }

  /** Returns these options with another unit of tau. */
  public ReadingOptions withTorqueUnit(String newTorqueUnit) {
    return new ReadingOptions(samplePeriod, extraInputs, newTorqueUnit, mapping, preparation);
  }

  /** Returns these options with other names of the columns. */
  public ReadingOptions withMapping(ColumnMapping newMapping) {
    return new ReadingOptions(samplePeriod, extraInputs, torqueUnit, newMapping, preparation);
  }

  /** Returns these options with another preparation of the rows. */
  public ReadingOptions withPreparation(Preparation newPreparation) {
    return new ReadingOptions(samplePeriod, extraInputs, torqueUnit, mapping, newPreparation);
  }
}
