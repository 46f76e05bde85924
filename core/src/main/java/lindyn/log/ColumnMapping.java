package lindyn.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.log.format.LogColumns;
import lindyn.log.format.LogPlaces;
import lindyn.log.format.MappedNames;
import lindyn.log.format.StandardColumns;

/**
 * Which of a log's own column names stand for Lindyn's, so that a log need not be rewritten.
 *
 * <p>An entry is written {@code SOURCE=TARGET} or {@code SOURCE=TARGET:UNIT}:
 *
 * <ul>
 *   <li>TARGET is {@code q}, {@code qd}, {@code qdd} or {@code tau} for all joints at once, one
 *       column of them such as {@code q1}, {@code t}, {@code trajectory}, or an extra input.
 *   <li>SOURCE is the name of a column of the log. For all joints at once it is what stands before
 *       their numbers, {@code position} for {@code position0}, {@code position_1}, {@code
 *       position[2]}, or a name with {@code *} in place of the number, {@code joint*_pos}. Numbers
 *       start at 0 or 1 and have no gaps.
 *   <li>UNIT is the log's unit where it is not Lindyn's: {@code deg} for angles and what derives
 *       from them; {@code ms}, {@code us} or {@code ns} for times; or the factor itself, {@code
 *       0.001} for torques in mN·m.
 * </ul>
 *
 * <p>Columns that no entry names keep their own name; a mapped column goes before one that has the
 * target as its own name.
 *
 * @param entries no two have the same target
 */
public record ColumnMapping(List<Entry> entries) {

  /** Columns keep their names. */
  public static final ColumnMapping NONE = new ColumnMapping(List.of());

  /**
   * Copies the entries.
   *
   * @throws InputException if two have the same target
   */
  public ColumnMapping {
    entries = List.copyOf(entries);
    Map<String, Entry> byTarget = new HashMap<>();
    for (Entry entry : entries) {
      Entry other = byTarget.putIfAbsent(entry.target(), entry);
      if (other != null) {
        throw new InputException(
            String.format(
                "mappings %s and %s have the same target '%s', expected one source per target;"
                    + " drop one",
                other, entry, entry.target()));
      }
    }
  }

  /**
   * One name of a log and what it stands for.
   *
   * @param source name or pattern of the log's columns
   * @param target Lindyn's name
   * @param unit the log's unit, or empty if it is Lindyn's
   */
  public record Entry(String source, String target, String unit) {

    /**
     * Checks the entry.
     *
     * @throws InputException if a name is missing or the unit is not one of the target's
     */
    public Entry {
      if (source.isBlank() || target.isBlank()) {
        throw malformed(source + "=" + target);
      }
      MappedUnit.factor(target, unit);
    }

    /**
     * Reads {@code SOURCE=TARGET} or {@code SOURCE=TARGET:UNIT}.
     *
     * @throws InputException if the text has another form
     */
    public static Entry parse(String text) {
      int equals = text.lastIndexOf('=');
      if (equals < 0) {
        throw malformed(text);
      }
      return of(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    static Entry of(String source, String targetAndUnit) {
      int colon = targetAndUnit.indexOf(':');
      return colon < 0
          ? new Entry(source, targetAndUnit, "")
          : new Entry(
              source,
              targetAndUnit.substring(0, colon).strip(),
              targetAndUnit.substring(colon + 1).strip());
    }

    private static InputException malformed(String text) {
      return new InputException(
          "mapping "
              + InputFile.quoted(text)
              + " is not of the form SOURCE=TARGET or SOURCE=TARGET:UNIT; write for example"
              + " position=q or stamp=t:ms");
    }

    /** Returns the factor from the log's unit to Lindyn's. */
    double factor() {
      return MappedUnit.factor(target, unit);
    }

    /** Tells whether the target stands for all joints at once. */
    boolean isSeries() {
      return MappedUnit.isSeries(target);
    }

    /** Returns the entry in the form that {@link #parse} reads. */
    @Override
    public String toString() {
      return source + "=" + target + (unit.isEmpty() ? "" : ":" + unit);
    }
  }

  /**
   * Reads entries in the form {@code SOURCE=TARGET[:UNIT]}.
   *
   * @throws InputException if one has another form, or two have the same target
   */
  public static ColumnMapping parse(List<String> entries) {
    return new ColumnMapping(entries.stream().map(Entry::parse).toList());
  }

  /**
   * Reads a YAML or JSON file, an object of sources and targets: {@code position: q} or {@code
   * stamp: "t:ms"}.
   *
   * @throws InputException if the file cannot be read or is not such an object
   */
  public static ColumnMapping ofFile(Path path) {
    return MappingFile.read(new InputFile(path));
  }

  /** Returns the entries of both. */
  public ColumnMapping and(ColumnMapping other) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(other.entries);
    return new ColumnMapping(all);
  }

  /** Requires every target to be a standard column or one of the extra inputs. */
  void requireTargets(Set<String> extraInputs) {
    for (Entry entry : entries) {
      String target = entry.target();
      if (!entry.isSeries() && !StandardColumns.contains(target) && !extraInputs.contains(target)) {
        throw new InputException(
            String.format(
                "mapping %s has an unknown target '%s', expected q, qd, qdd, tau, one of their"
                    + " columns such as q1, t, trajectory or an extra input; write SOURCE=TARGET,"
                    + " or name it in --extra-inputs",
                entry, target));
      }
    }
  }

  /**
   * Gives the columns of a log Lindyn's names.
   *
   * @throws InputException if a source is not in the log, or two columns would have one name
   */
  MappedNames apply(List<String> names, LogPlaces places, LogColumns.Torques torques) {
    var matches = new ColumnMatches(names, places);
    for (Entry entry : entries) {
      if (torques == LogColumns.Torques.READ || !MappedUnit.isTorque(entry.target())) {
        matches.add(entry);
      }
    }
    return matches.names();
  }
}
