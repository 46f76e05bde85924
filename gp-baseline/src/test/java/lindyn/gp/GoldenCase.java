package lindyn.gp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;

/** A row of a golden table; src/test/python/golden_*.py make them. */
record GoldenCase(
    String table,
    int inputs,
    int outputs,
    Hyperparameters hyperparameters,
    double logMarginalLikelihood,
    List<Double> gradient,
    List<Double> means,
    List<Double> variances) {

  private static final int ALL_INPUTS = 15;

  /** Returns what scikit-learn computed, and what 50 digits gave. */
  static Stream<GoldenCase> all() {
    return Stream.of("golden_sklearn.csv", "golden_mpmath.csv").flatMap(GoldenCase::of);
  }

  /** Returns what 50 digits gave for sparse processes; the bound is their likelihood. */
  static Stream<GoldenCase> sparse() {
    return of("golden_sparse.csv");
  }

  private static Stream<GoldenCase> of(String table) {
    return rows(table).skip(1).map(row -> of(table, row));
  }

  private static GoldenCase of(String table, String row) {
    String[] cells = row.split(",", -1);
    var kernel =
        new StationaryKernel(
            KernelFamily.valueOf(cells[0]), Double.parseDouble(cells[3]), numbers(cells[4]));
    return new GoldenCase(
        table,
        Integer.parseInt(cells[1]),
        Integer.parseInt(cells[2]),
        new Hyperparameters(kernel, Double.parseDouble(cells[5])),
        Double.parseDouble(cells[6]),
        numbers(cells[7]),
        numbers(cells[8]),
        numbers(cells[9]));
  }

  private static List<Double> numbers(String cell) {
    return Arrays.stream(cell.split(" ", -1)).map(Double::valueOf).toList();
  }

  Matrix x() {
    return observations("train", 0, inputs);
  }

  Matrix y() {
    return observations("train", ALL_INPUTS, outputs);
  }

  Matrix xStar() {
    return observations("test", 0, inputs);
  }

  /** Returns the inducing points of {@link #sparse}: the middles of some pairs of points. */
  Matrix z() {
    Matrix x = x();
    Matrix z = new Matrix(x.rows() / 4, inputs);
    for (int i = 0; i < z.rows(); i++) {
      for (int d = 0; d < inputs; d++) {
        z.set(i, d, (x.at(4 * i, d) + x.at(4 * i + 1, d)) / 2);
      }
    }
    return z;
  }

  private static Matrix observations(String part, int firstColumn, int columns) {
    List<String[]> rows =
        rows("observations.csv")
            .map(row -> row.split(",", -1))
            .filter(cells -> cells[0].equals(part))
            .toList();
    Matrix matrix = new Matrix(rows.size(), columns);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, Double.parseDouble(rows.get(i)[1 + firstColumn + j]));
      }
    }
    return matrix;
  }

  private static Stream<String> rows(String file) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(GoldenCase.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return table + " " + inputs + " inputs, " + outputs + " outputs, " + hyperparameters;
  }
}
