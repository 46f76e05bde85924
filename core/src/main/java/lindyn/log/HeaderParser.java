package lindyn.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lindyn.Derivatives;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.log.format.LogColumns;
import lindyn.log.format.LogPlaces;
import lindyn.log.format.MappedNames;
import lindyn.log.format.StandardColumns;
import lindyn.log.preparation.DerivativeRule;

/** Finds the columns of a log by their names. */
final class HeaderParser {

  private final LogPlaces places;
  private final MappedNames mapped;
  private final List<String> names;
  private final Map<String, Integer> columns;

  /**
   * Takes the names of the columns.
   *
   * @throws InputException if two columns have one name
   */
  HeaderParser(LogPlaces places, MappedNames mapped) {
    this.places = places;
    this.mapped = mapped;
    this.names = mapped.names();
    this.columns = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      index(names.get(column), column);
    }
  }

  private void index(String name, int column) {
    if (name.isEmpty()) {
      return; // pandas writes its index without a name
    }
    Integer other = columns.putIfAbsent(name, column);
    if (other != null) {
      throw error(
          String.format(
              "columns %d and %d are both named '%s', expected different names; rename or drop one",
              other + 1, column + 1, name));
    }
  }

  /**
   * Returns which column is what.
   *
   * @throws InputException if a column is missing or the numbers of joints differ
   */
  LogColumns parse(ReadingOptions options, LogColumns.Torques torques) {
    int joints = count("q", "joint positions in rad");
    Derivatives derivatives = derivatives(options.preparation().derivatives());
    var numbers =
        new LogColumns.Numbers(
            numbered("q", joints),
            derivatives.derivesQd() ? List.of() : series("qd", joints, "joint velocities in rad/s"),
            derivatives.derivesQdd()
                ? List.of()
                : series("qdd", joints, "joint accelerations in rad/s²"),
            options.extraInputs().stream().map(this::extra).toList(),
            torques == LogColumns.Torques.READ
                ? series("tau", joints, "joint torques in " + options.torqueUnit())
                : List.of());
    if (column(StandardColumns.TIME).isEmpty() && options.samplePeriod().isEmpty()) {
      throw error(
          "no column 't' (sample times in s) and no sampling period; add a column t or give"
              + " --sample-period");
    }
    return new LogColumns(
        mapped, column(StandardColumns.TRAJECTORY), column(StandardColumns.TIME), numbers);
  }

  /** Returns what is derived; what a model needs as measured must be there. */
  private Derivatives derivatives(DerivativeRule rule) {
    boolean hasQd = !numberedAbove("qd", -1).isEmpty();
    boolean hasQdd = !numberedAbove("qdd", -1).isEmpty();
    Derivatives derivatives = rule.of(hasQd, hasQdd);
    if (!hasQd && !derivatives.derivesQd()) {
      throw notMeasured("qd", derivatives);
    }
    if (!hasQdd && !derivatives.derivesQdd()) {
      throw notMeasured("qdd", derivatives);
    }
    return derivatives;
  }

  private InputException notMeasured(String prefix, Derivatives trained) {
    return error(
        String.format(
            "no columns %s1.., but the model was trained on logs with measured %s (%s); give logs"
                + " that have them, or train a model on logs without them",
            prefix, prefix, trained.description()));
  }

  private List<Integer> series(String prefix, int joints, String meaning) {
    int count = count(prefix, meaning);
    if (count != joints) {
      throw error(
          String.format(
              "found %s1..%s%d but q1..q%d, expected one column %s per joint; add or drop columns",
              prefix, prefix, count, joints, prefix));
    }
    return numbered(prefix, joints);
  }

  /** Returns n if the columns with this prefix are numbered 1 to n. */
  private int count(String prefix, String meaning) {
    int count = 0;
    while (columns.containsKey(prefix + (count + 1))) {
      count++;
    }
    if (columns.containsKey(prefix + 0)) {
      throw error(
          String.format(
              "found column '%s0', joints are counted from 1; rename the columns", prefix));
    }
    String beyondGap = numberedAbove(prefix, count);
    if (!beyondGap.isEmpty()) {
      throw error(
          String.format(
              "found column '%s' but no '%s%d', expected numbers without gaps; add or rename it",
              beyondGap, prefix, count + 1));
    }
    if (count == 0) {
      throw error(
          String.format(
              "no column '%s1' (%s); found %s; %s",
              prefix, meaning, InputFile.listed(names), places.expected()));
    }
    return count;
  }

  private String numberedAbove(String prefix, int count) {
    return names.stream()
        .filter(name -> name.startsWith(prefix) && StandardColumns.isNumbered(name))
        .filter(name -> Character.isDigit(name.charAt(prefix.length())))
        .filter(name -> Integer.parseInt(name.substring(prefix.length())) > count)
        .findFirst()
        .orElse("");
  }

  private List<Integer> numbered(String prefix, int count) {
    List<Integer> found = new ArrayList<>();
    for (int joint = 1; joint <= count; joint++) {
      found.add(column(prefix + joint).orElseThrow());
    }
    return found;
  }

  private int extra(String name) {
    return column(name)
        .orElseThrow(
            () ->
                error(
                    String.format(
                        "no column '%s', which is named as extra input; found %s; add the column or"
                            + " name another one",
                        name, InputFile.listed(names))));
  }

  private OptionalInt column(String name) {
    Integer column = columns.get(name);
    return column == null ? OptionalInt.empty() : OptionalInt.of(column);
  }

  private InputException error(String text) {
    return places.headerError(text);
  }
}
