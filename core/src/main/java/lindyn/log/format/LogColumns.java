package lindyn.log.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which column of a log is what; columns are counted from 0.
 *
 * @param mapped the names of all columns
 * @param trajectory the column of the trajectories' ids
 * @param time the column of the sample times
 * @param numbers the columns of the series
 */
public record LogColumns(
    MappedNames mapped, OptionalInt trajectory, OptionalInt time, Numbers numbers) {

  /** No columns at all. */
  static final LogColumns NONE =
      new LogColumns(
          MappedNames.of(List.of()),
          OptionalInt.empty(),
          OptionalInt.empty(),
          new Numbers(List.of(), List.of(), List.of(), List.of(), List.of()));

  /** What is done with the columns tau. */
  public enum Torques {
    /** They must be there and are read. */
    READ,
    /** They may be there and are not looked at. */
    SKIPPED
  }

  /**
   * The columns of the series.
   *
   * @param q joint positions, one column per joint
   * @param qd joint velocities, one column per joint, or none if they are derived
   * @param qdd joint accelerations, one column per joint, or none if they are derived
   * @param extra further inputs
   * @param tau torques, one column per joint, or none if they are skipped
   */
  public record Numbers(
      List<Integer> q,
      List<Integer> qd,
      List<Integer> qdd,
      List<Integer> extra,
      List<Integer> tau) {

    /** Returns all columns in the order q, qd, qdd, extra, tau. */
    public int[] all() {
      return Stream.of(q, qd, qdd, extra, tau)
          .flatMap(List::stream)
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }

  /** Returns the number of joints. */
  public int joints() {
    return numbers.q().size();
  }

  /** Tells whether velocities are read. */
  public boolean hasQd() {
    return !numbers.qd().isEmpty();
  }

  /** Tells whether accelerations are read. */
  public boolean hasQdd() {
    return !numbers.qdd().isEmpty();
  }

  /** Returns the name of a column in the log. */
  public String name(int column) {
    return mapped.sources().get(column);
  }

  /** Returns the names of the columns that nothing is read from. */
  public List<String> ignored() {
    Set<Integer> used = new HashSet<>();
    IntStream.concat(
            IntStream.of(numbers.all()), IntStream.concat(trajectory.stream(), time.stream()))
        .forEach(used::add);
    List<String> ignored = new ArrayList<>();
    for (int column = 0; column < mapped.sources().size(); column++) {
      if (!used.contains(column)) {
        String name = name(column);
        ignored.add(name.isEmpty() ? "column " + (column + 1) + " (unnamed)" : name);
      }
    }
    return ignored;
  }
}
