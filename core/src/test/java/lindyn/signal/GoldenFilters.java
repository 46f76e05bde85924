package lindyn.signal;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Golden series from scipy; src/test/python/filters.py makes them. */
public final class GoldenFilters {

  public static final double PERIOD = 0.004;

  private final Map<String, double[]> columns = new HashMap<>();

  /** Reads what was computed of the first samples of the swing. */
  public GoldenFilters(int samples) {
    try (var stream = getClass().getResourceAsStream("filters.csv");
        var lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[0].equals(Integer.toString(samples)))
          .forEach(cells -> columns.put(cells[1], numbers(cells)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(String[] cells) {
    return Arrays.stream(cells).skip(2).mapToDouble(Double::parseDouble).toArray();
  }

  /** Returns the series before any filter. */
  public double[] x() {
    return column("x");
  }

  public double[] column(String method) {
    double[] column = columns.get(method);
    assertNotNull(column, method);
    return column;
  }
}
