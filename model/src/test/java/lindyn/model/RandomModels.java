package lindyn.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import lindyn.Derivatives;
import lindyn.Differentiation;
import lindyn.FloatMatrix;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Provenance;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.Rehearsal;
import lindyn.data.Split;
import lindyn.data.Standardizer;
import lindyn.eval.Baselines;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;

/** Models and motions of random numbers. */
public final class RandomModels {

  public static final int JOINTS = 3;

  private RandomModels() {}

  public static LstmConfig config(
      LstmConfig.Cell cell, LstmConfig.ReadOut readOut, int layers, History history) {
    return new LstmConfig(
        cell,
        readOut,
        LstmConfig.TargetScaling.Z_SCORE,
        layers,
        6,
        history,
        LstmConfig.Base.NONE,
        Standardizer.UNLIMITED);
  }

  /** Two origins of two kinds. */
  private static final Derivatives DERIVATIVES =
      Derivatives.of(true, false, new Differentiation.SavitzkyGolay(0.25, 4));

  public static TrainedLstm model(LstmConfig config, int extraInputs, long seed) {
    var random = new Random(seed);
    var signals =
        new Signals(
            numbered("joint", JOINTS),
            numbered("load", extraInputs),
            Signals.NEWTON_METRE,
            0.01,
            DERIVATIVES);
    return new TrainedLstm(
        signals,
        config,
        weights(config.shape(signals.inputs(), JOINTS), random),
        base(config, signals, seed),
        standardizer(random, signals.inputs()).withLimit(config.inputLimit()),
        standardizer(random, JOINTS),
        provenance(seed));
  }

  /** An origin of no consequence. */
  public static Provenance provenance(long seed) {
    return new Provenance(
        "0.1.0",
        "2.18.0",
        "2026-01-01T00:00:00Z",
        seed,
        "cpu",
        List.of(new Provenance.Source("arm.csv", "ab12", 100)));
  }

  /** Weights of a size that keeps standardised numbers where they are. */
  public static LstmWeights weights(LstmShape shape, Random random) {
    List<FloatMatrix> matrices = new ArrayList<>();
    for (int l = 0; l < shape.layers(); l++) {
      matrices.add(matrix(random, shape.inputsOf(l) + shape.units(l), 4 * shape.units(l)));
      matrices.add(matrix(random, 1, 4 * shape.units(l)));
    }
    if (shape.linearReadOut()) {
      matrices.add(matrix(random, shape.units(shape.layers() - 1), shape.joints()));
      matrices.add(matrix(random, 1, shape.joints()));
    }
    return LstmWeights.ofMatrices(shape, matrices);
  }

  private static Optional<RigidBodyModel> base(LstmConfig config, Signals signals, long seed) {
    return config.base() == LstmConfig.Base.NONE
        ? Optional.empty()
        : Optional.of(RigidBodyModel.fit(signals, trajectories(signals, seed)));
  }

  private static List<Trajectory> trajectories(Signals signals, long seed) {
    Motion motion = motion(60, signals.extraInputs().size(), seed);
    return List.of(new Trajectory(motion, series(new Random(seed), 60, JOINTS)));
  }

  /** Writes a model, with baselines of random trajectories. */
  public static void write(TrainedLstm model, Path folder) {
    write(model, Rehearsal.NONE, folder);
  }

  /** Writes a model that keeps samples. */
  public static void write(TrainedLstm model, Rehearsal rehearsal, Path folder) {
    ModelFolder.write(model, baselines(model.signals()), rehearsal, new byte[] {1, 2, 3}, folder);
  }

  /** Samples of random trajectories. */
  public static Rehearsal rehearsal(TrainedLstm model) {
    List<Trajectory> part = trajectories(model.signals(), 5);
    var split = new Split(part, trajectories(model.signals(), 6), part, List.of());
    return Rehearsal.NONE.plus(split, model.config().history(), 200, 1);
  }

  public static Baselines baselines(Signals signals) {
    return Baselines.fit(signals, trajectories(signals, 1));
  }

  public static Motion motion(int timeSteps, int extraInputs, long seed) {
    var random = new Random(seed);
    return new Motion(
        "random",
        SampleTimes.every(0.01, timeSteps),
        series(random, timeSteps, JOINTS),
        series(random, timeSteps, JOINTS),
        series(random, timeSteps, JOINTS),
        series(random, timeSteps, extraInputs));
  }

  private static List<String> numbered(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + i).toList();
  }

  private static FloatMatrix matrix(Random random, int rows, int columns) {
    return FloatMatrix.of(rows, columns, gaussians(random, rows * columns, 1 / Math.sqrt(rows)));
  }

  private static JointSeries series(Random random, int timeSteps, int columns) {
    return JointSeries.of(gaussians(random, timeSteps * columns, 2), timeSteps, columns);
  }

  private static float[] gaussians(Random random, int count, double scale) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (scale * random.nextGaussian());
    }
    return numbers;
  }

  private static Standardizer standardizer(Random random, int columns) {
    return new Standardizer(
        random.doubles(columns, -1, 1).boxed().toList(),
        random.doubles(columns, 0.5, 20).boxed().toList(),
        Standardizer.UNLIMITED);
  }
}
