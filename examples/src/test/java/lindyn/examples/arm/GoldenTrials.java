package lindyn.examples.arm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** What src/test/python/flask_pushing.py wrote. */
final class GoldenTrials {

  private GoldenTrials() {}

  /** One row of a table, by column name. */
  record Row(Map<String, Double> cells) {

    double at(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    List<Double> joints(String name) {
      return IntStream.rangeClosed(1, 7).mapToObj(j -> at(name + j)).toList();
    }
  }

  /** Returns the trials that were simulated. */
  static List<Trial> trials() {
    return rows("trials.csv").stream().map(GoldenTrials::trial).toList();
  }

  private static Trial trial(Row row) {
    return new Trial(
        row.at("fill"),
        row.joints("start"),
        row.joints("displacement"),
        row.joints("via"),
        new Trial.Timing(row.at("delay"), row.at("out"), row.at("hold"), row.at("back")),
        row.at("flaskDistance"));
  }

  /** Returns their signals at some of the sample times. */
  static List<Row> signals() {
    return rows("signals.csv");
  }

  private static List<Row> rows(String name) {
    List<String> lines = text(name).lines().filter(line -> !line.startsWith("#")).toList();
    String[] header = lines.get(0).split(",", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] numbers = line.split(",", -1);
      Map<String, Double> cells = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        cells.put(header[i], Double.valueOf(numbers[i]));
      }
      rows.add(new Row(cells));
    }
    return rows;
  }

  private static String text(String name) {
    try (InputStream stream = GoldenTrials.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
