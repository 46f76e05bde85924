package lindyn.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Standardizer;
import lindyn.gp.HyperparameterSearch;
import lindyn.gp.HyperparameterSpace;
import lindyn.gp.LogMarginalLikelihood;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.search.Objective;

/**
 * Samples of a log for a Gaussian process, standardised.
 *
 * @param x shape {@code [points, inputs]}
 * @param y shape {@code [points, joints]}
 */
public record GpProblem(Matrix x, Matrix y) {

  /** Draws samples at random, with replacement. */
  public static GpProblem draw(LogData log, int points, long seed) {
    var random = new SplittableRandom(seed);
    List<Trajectory> samples =
        IntStream.range(0, points).mapToObj(i -> sample(log.trajectories(), random)).toList();
    return new GpProblem(
        standardized(samples.stream().map(sample -> sample.motion().inputSeries()).toList()),
        standardized(samples.stream().map(Trajectory::tau).toList()));
  }

  private static Trajectory sample(List<Trajectory> trajectories, SplittableRandom random) {
    Trajectory trajectory = trajectories.get(random.nextInt(trajectories.size()));
    int row = random.nextInt(trajectory.timeSteps());
    return trajectory.slice("drawn", row, row + 1);
  }

  private static Matrix standardized(List<JointSeries> rows) {
    Standardizer standardizer = Standardizer.zScore(rows);
    Matrix matrix = new Matrix(rows.size(), standardizer.columns());
    double[] row = new double[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      standardizer.standardize(rows.get(i).toArray(), row);
      for (int j = 0; j < row.length; j++) {
        matrix.set(i, j, row[j]);
      }
    }
    return matrix;
  }

  /** Returns the torques of one joint. */
  public Matrix torques(int joint) {
    Matrix column = new Matrix(y.rows(), 1);
    for (int row = 0; row < y.rows(); row++) {
      column.set(row, 0, y.at(row, joint));
    }
    return column;
  }

  Objective likelihood() {
    return new LogMarginalLikelihood(KernelFamily.MATERN_52, x, y, Blas.fastest());
  }

  HyperparameterSpace space(boolean isPerInput) {
    return new HyperparameterSpace(x, y, lengthScales(isPerInput));
  }

  /** Names the length scales: one for all inputs, or one for each. */
  List<String> lengthScales(boolean isPerInput) {
    return isPerInput
        ? IntStream.range(0, x.columns()).mapToObj(d -> "length scale of input " + d).toList()
        : HyperparameterSearch.ISOTROPIC;
  }

  /** Writes a row per sample, inputs before torques, without a header: for other programs. */
  void write(Path file) throws IOException {
    try (Writer csv = Files.newBufferedWriter(file)) {
      for (int row = 0; row < x.rows(); row++) {
        var line = new StringJoiner(",", "", "\n");
        for (Matrix matrix : List.of(x, y)) {
          for (int column = 0; column < matrix.columns(); column++) {
            line.add(Double.toString(matrix.at(row, column)));
          }
        }
        csv.write(line.toString());
      }
    }
  }
}
