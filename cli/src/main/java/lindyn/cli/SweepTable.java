package lindyn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lindyn.report.SweepCsv;
import lindyn.sweep.Setting;
import lindyn.sweep.Trial;

/**
 * The candidates of a sweep as a table for a terminal.
 *
 * @param ranking the candidates, the best first
 */
record SweepTable(List<Trial> ranking) {

  String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header());
    ranking.forEach(trial -> rows.add(cells(trial)));
    var text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        text.append(column == 0 ? "" : "  ").append(padded(rows, row, column));
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String padded(List<List<String>> rows, List<String> row, int column) {
    int width = rows.stream().mapToInt(other -> other.get(column).length()).max().orElse(1);
    return String.format(Locale.ROOT, "%" + width + "s", row.get(column));
  }

  private List<String> header() {
    return Stream.of(
            Stream.of("candidate"),
            ranking.get(0).candidate().settings().stream().map(Setting::name),
            Stream.of("epochs", "validation error", "state"))
        .flatMap(names -> names)
        .toList();
  }

  private static List<String> cells(Trial trial) {
    String error =
        Double.isFinite(trial.error()) ? String.format(Locale.ROOT, "%.4f", trial.error()) : "–";
    return Stream.of(
            Stream.of(Integer.toString(trial.candidate().number())),
            trial.candidate().settings().stream().map(Setting::value),
            Stream.of(
                trial.course().epochs().size() + "/" + trial.candidate().epochs(),
                error,
                SweepCsv.words(trial.state())))
        .flatMap(cells -> cells)
        .toList();
  }
}
