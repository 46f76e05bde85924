package lindyn.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.Trajectory;
import lindyn.data.Permutation;
import lindyn.data.SampleMatrix;
import lindyn.data.Standardizer;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.gp.algebra.Matrix;

/**
 * Random samples of the simulated arm, standardised.
 *
 * @param x inputs, shape {@code [points, 15]}
 * @param y torques, shape {@code [points, 5]}
 */
record ArmPoints(Matrix x, Matrix y) {

  private static final long SEED = 1;

  /** Draws samples of the paper's 276 trials. */
  static ArmPoints draw(int count) {
    List<Trajectory> trials =
        ArmData.of(ArmSetup.DEFAULT, SEED, ArmData.PAPER_TRIALS).logData().trajectories();
    SampleMatrix samples =
        SampleMatrix.of(
            trials,
            Standardizer.zScore(trials.stream().map(t -> t.motion().inputSeries()).toList()),
            Standardizer.zScore(trials.stream().map(Trajectory::tau).toList()));
    Matrix x = new Matrix(count, samples.inputColumns());
    Matrix y = new Matrix(count, samples.targetColumns());
    Permutation order = Permutation.random(samples.rows(), new SplittableRandom(SEED));
    float[] inputs = new float[x.columns()];
    float[] targets = new float[y.columns()];
    for (int point = 0; point < count; point++) {
      samples.copyInputs(order.at(point), inputs, 0);
      samples.copyTargets(order.at(point), targets, 0);
      copy(inputs, x, point);
      copy(targets, y, point);
    }
    return new ArmPoints(x, y);
  }

  private static void copy(float[] numbers, Matrix matrix, int row) {
    for (int column = 0; column < numbers.length; column++) {
      matrix.set(row, column, numbers[column]);
    }
  }

  /** Writes inputs and torques, a row per point, without a header. */
  void write(Path file) throws IOException {
    try (Writer csv = Files.newBufferedWriter(file)) {
      for (int row = 0; row < x.rows(); row++) {
        var line = new StringBuilder();
        for (int column = 0; column < x.columns() + y.columns(); column++) {
          line.append(column == 0 ? "" : ",")
              .append(column < x.columns() ? x.at(row, column) : y.at(row, column - x.columns()));
        }
        csv.write(line.append('\n').toString());
      }
    }
  }
}
