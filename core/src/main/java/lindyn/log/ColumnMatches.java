package lindyn.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.log.format.LogPlaces;
import lindyn.log.format.MappedNames;

/** Finds the sources of a {@link ColumnMapping} among the columns of one log. */
final class ColumnMatches {

  private static final String NUMBER = "([0-9]{1,4})";
  private static final String BEHIND =
      "(?:[_. -]?" + NUMBER + "|\\[" + NUMBER + "\\]|\\(" + NUMBER + "\\))";
  private static final int NEAR = 3;

  private final List<String> sources;
  private final LogPlaces places;
  private final Map<Integer, ColumnMapping.Entry> entries = new TreeMap<>();
  private final Map<Integer, String> targets = new TreeMap<>();

  ColumnMatches(List<String> sources, LogPlaces places) {
    this.sources = sources;
    this.places = places;
  }

  /**
   * Finds the columns of an entry.
   *
   * @throws InputException if there are none, their numbers have gaps, or one is taken
   */
  void add(ColumnMapping.Entry entry) {
    if (!entry.isSeries()) {
      take(exact(entry), entry, entry.target());
      return;
    }
    SortedMap<Integer, Integer> numbered = numbered(entry);
    if (numbered.isEmpty() && sources.contains(entry.source())) {
      take(exact(entry), entry, entry.target() + 1);
      return;
    }
    if (numbered.isEmpty()) {
      throw notFound(entry);
    }
    requireNoGaps(entry, numbered);
    int joint = 1;
    for (int column : numbered.values()) {
      take(column, entry, entry.target() + joint);
      joint++;
    }
  }

  private int exact(ColumnMapping.Entry entry) {
    int column = sources.indexOf(entry.source());
    if (column < 0) {
      throw notFound(entry);
    }
    if (sources.lastIndexOf(entry.source()) != column) {
      throw error(entry, "stands for two columns of that name; rename one");
    }
    return column;
  }

  /** Returns the columns that match a series, by their numbers. */
  private SortedMap<Integer, Integer> numbered(ColumnMapping.Entry entry) {
    Pattern pattern = pattern(entry);
    SortedMap<Integer, Integer> columns = new TreeMap<>();
    for (int column = 0; column < sources.size(); column++) {
      Matcher matcher = pattern.matcher(sources.get(column));
      if (matcher.matches()) {
        Integer other = columns.putIfAbsent(number(matcher), column);
        if (other != null) {
          throw error(
              entry,
              String.format(
                  "stands for columns '%s' and '%s', which have one number; map each by its name",
                  sources.get(other), sources.get(column)));
        }
      }
    }
    return columns;
  }

  private static Pattern pattern(ColumnMapping.Entry entry) {
    String source = entry.source();
    int star = source.indexOf('*');
    if (star != source.lastIndexOf('*')) {
      throw new InputException(
          "mapping " + entry + " has two *, expected one; map each column by its name");
    }
    return Pattern.compile(
        star < 0
            ? Pattern.quote(source) + BEHIND
            : Pattern.quote(source.substring(0, star))
                + NUMBER
                + Pattern.quote(source.substring(star + 1)));
  }

  private static int number(Matcher matcher) {
    int group = 1;
    while (matcher.group(group) == null) {
      group++;
    }
    return Integer.parseInt(matcher.group(group));
  }

  private void requireNoGaps(ColumnMapping.Entry entry, SortedMap<Integer, Integer> numbered) {
    int expected = Math.min(1, numbered.firstKey());
    for (Map.Entry<Integer, Integer> next : numbered.entrySet()) {
      if (next.getKey() != expected) {
        throw error(
            entry,
            String.format(
                "finds column '%s' but none with number %d, expected numbers from 0 or 1 without"
                    + " gaps; map each column by its name",
                sources.get(next.getValue()), expected));
      }
      expected++;
    }
  }

  private void take(int column, ColumnMapping.Entry entry, String target) {
    ColumnMapping.Entry other = entries.putIfAbsent(column, entry);
    if (other != null) {
      throw error(
          entry,
          String.format(
              "takes column '%s', which %s takes too; expected one target per column; drop one",
              sources.get(column), other));
    }
    if (targets.containsValue(target)) {
      throw error(
          entry,
          String.format(
              "gives '%s' a second source, '%s'; expected one source per target; drop one",
              target, sources.get(column)));
    }
    targets.put(column, target);
  }

  /** Returns all columns, the mapped ones under their targets. */
  MappedNames names() {
    List<String> names = new ArrayList<>();
    List<Double> scales = new ArrayList<>();
    for (int column = 0; column < sources.size(); column++) {
      String own = targets.containsValue(sources.get(column)) ? "" : sources.get(column);
      names.add(targets.getOrDefault(column, own));
      scales.add(entries.containsKey(column) ? entries.get(column).factor() : 1.0);
    }
    return new MappedNames(sources, names, scales);
  }

  private InputException notFound(ColumnMapping.Entry entry) {
    List<String> near = near(entry.source());
    return error(
        entry,
        String.format(
            "finds no column '%s'%s; found %s; %s",
            entry.source(),
            entry.isSeries() ? ", with or without numbers" : "",
            InputFile.listed(sources),
            near.isEmpty()
                ? "correct the name"
                : "did you mean " + String.join(" or ", near) + "?"));
  }

  private InputException error(ColumnMapping.Entry entry, String text) {
    return places.headerError("mapping " + entry + " " + text);
  }

  /** Returns the names that are most like one, numbers aside. */
  private List<String> near(String source) {
    String wanted = withoutNumbers(source);
    int limit = 1 + wanted.length() / 2;
    return sources.stream()
        .filter(name -> !name.isEmpty() && distance(wanted, withoutNumbers(name)) <= limit)
        .sorted(Comparator.comparingInt(name -> distance(wanted, withoutNumbers(name))))
        .limit(NEAR)
        .toList();
  }

  private static String withoutNumbers(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  /** Returns Levenshtein's distance: how many letters must be changed, added or dropped. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
