package lindyn.inspect;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something in a log that a user should know before he trains.
 *
 * @param kind what it is, how much it matters and what to do
 * @param evidence the columns or trajectories it was seen in, each with its number
 * @param sentence what was found, in one sentence
 */
public record Finding(Kind kind, List<Evidence> evidence, String sentence) {

  private static final int NAMED = 8;

  /** Copies the list. */
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /**
   * One number of a finding.
   *
   * @param where name of a column, or id of a trajectory
   * @param value the number; {@link Kind#measure} tells what it is
   */
  public record Evidence(String where, double value) {}

  /** How much a finding matters. */
  public enum Severity {
    /** A model learns something wrong; mend the log first. */
    MEND,
    /** It may be as it should; look. */
    CHECK
  }

  /** Returns whether the finding names this column or trajectory. */
  public boolean concerns(String where) {
    return evidence.stream().anyMatch(e -> e.where().equals(where));
  }

  /** Returns the evidence with the largest number. */
  static Evidence largest(List<Evidence> evidence) {
    return evidence.stream()
        .reduce((a, b) -> Math.abs(b.value()) > Math.abs(a.value()) ? b : a)
        .orElseThrow();
  }

  /** Returns the names, the first ones if they are many. */
  static String names(List<Evidence> evidence) {
    String named =
        evidence.stream().limit(NAMED).map(Evidence::where).collect(Collectors.joining(", "));
    int more = evidence.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
