package lindyn.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.FloatMatrix;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Provenance;
import lindyn.RandomTrajectory;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyModel;

/** Untrained models of a robot with two joints and one extra input, and motions of it. */
public final class RandomLstm {

  public static final Signals SIGNALS =
      new Signals(List.of("hip", "knee"), List.of("load"), "N·m", 0.01);

  private RandomLstm() {}

  public static TrainedLstm model(LstmConfig config, long seed) {
    var random = new SplittableRandom(seed);
    return new TrainedLstm(
        SIGNALS,
        config,
        weights(config.shape(SIGNALS.inputs(), SIGNALS.joints()), random),
        base(config, seed),
        standardizer(SIGNALS.inputs(), random).withLimit(config.inputLimit()),
        standardizer(SIGNALS.joints(), random),
        new Provenance("test", "none", "2000-01-01T00:00:00Z", seed, "none", List.of()));
  }

  private static Optional<RigidBodyModel> base(LstmConfig config, long seed) {
    return config.base() == LstmConfig.Base.NONE
        ? Optional.empty()
        : Optional.of(
            RigidBodyModel.fit(SIGNALS, List.of(RandomTrajectory.of("base", 50, 2, 1, seed))));
  }

  private static LstmWeights weights(LstmShape shape, SplittableRandom random) {
    List<FloatMatrix> matrices = new ArrayList<>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      int units = shape.units(layer);
      matrices.add(matrix(shape.inputsOf(layer) + units, 4 * units, random));
      matrices.add(matrix(1, 4 * units, random));
    }
    if (shape.linearReadOut()) {
      matrices.add(matrix(shape.units(shape.layers() - 1), shape.joints(), random));
      matrices.add(matrix(1, shape.joints(), random));
    }
    return LstmWeights.ofMatrices(shape, matrices);
  }

  private static FloatMatrix matrix(int rows, int columns, SplittableRandom random) {
    return FloatMatrix.of(rows, columns, uniform(rows * columns, 0.7, random));
  }

  private static Standardizer standardizer(int columns, SplittableRandom random) {
    return new Standardizer(
        random.doubles(columns, -1, 1).boxed().toList(),
        random.doubles(columns, 0.5, 2).boxed().toList(),
        Standardizer.UNLIMITED);
  }

  public static Motion motion(int timeSteps, long seed) {
    var random = new SplittableRandom(seed);
    return new Motion(
        "motion-" + seed,
        SampleTimes.every(SIGNALS.samplePeriod(), timeSteps),
        series(timeSteps, 2, random),
        series(timeSteps, 2, random),
        series(timeSteps, 2, random),
        series(timeSteps, 1, random));
  }

  private static JointSeries series(int timeSteps, int columns, SplittableRandom random) {
    return JointSeries.of(uniform(timeSteps * columns, 2, random), timeSteps, columns);
  }

  private static float[] uniform(int count, double limit, SplittableRandom random) {
    float[] numbers = new float[count];
    IntStream.range(0, count).forEach(i -> numbers[i] = (float) random.nextDouble(-limit, limit));
    return numbers;
  }

  /** Returns the rows of a motion in the order given. */
  public static Motion rows(Motion motion, int... order) {
    return new Motion(
        motion.id(),
        SampleTimes.every(SIGNALS.samplePeriod(), order.length),
        rows(motion.q(), order),
        rows(motion.qd(), order),
        rows(motion.qdd(), order),
        rows(motion.extra(), order));
  }

  private static JointSeries rows(JointSeries series, int... order) {
    float[] numbers = new float[order.length * series.joints()];
    for (int t = 0; t < order.length; t++) {
      series.copyRow(order[t], numbers, t * series.joints());
    }
    return JointSeries.of(numbers, order.length, series.joints());
  }
}
