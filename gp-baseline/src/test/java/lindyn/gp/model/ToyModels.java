package lindyn.gp.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lindyn.Provenance;
import lindyn.Trajectory;
import lindyn.data.DrawnSamples;
import lindyn.data.LogData;
import lindyn.data.Standardizer;
import lindyn.eval.Baselines;
import lindyn.gp.ExactGaussianProcess;
import lindyn.gp.GaussianProcess;
import lindyn.gp.Hyperparameters;
import lindyn.gp.SparseGaussianProcess;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.StationaryKernel;
import lindyn.linear.RigidBodyModel;

/** Models of the toy robot with hyper-parameters that nobody searched for. */
final class ToyModels {

  static final LogData LOG = ToyRobot.log(3, 60, 1);

  private ToyModels() {}

  static Baselines baselines() {
    return Baselines.fit(LOG.signals(), LOG.trajectories());
  }

  /** Conditions processes on 50 samples of the toy robot. */
  static GpInverseDynamics of(GpConfig config) {
    Optional<RigidBodyModel> mean =
        config.mean() == GpConfig.Mean.ZERO
            ? Optional.empty()
            : Optional.of(RigidBodyModel.fit(LOG.signals(), LOG.trajectories()));
    List<Trajectory> train =
        mean.map(model -> model.residuals(LOG.trajectories())).orElse(LOG.trajectories());
    Standardizer inputs =
        Standardizer.zScore(train.stream().map(t -> t.motion().inputSeries()).toList());
    Standardizer targets = Standardizer.zScore(train.stream().map(Trajectory::tau).toList());
    TrainingSamples samples =
        TrainingSamples.of(
            DrawnSamples.random(train, 50, new SplittableRandom(1)),
            new WindowInputs(inputs, config.window()),
            targets);
    List<JointProcess> processes =
        config.outputs() == GpConfig.Outputs.SHARED
            ? List.of(process(config, samples, List.of(0, 1), 1))
            : List.of(
                process(config, samples, List.of(0), 1), process(config, samples, List.of(1), 2));
    return new GpInverseDynamics(LOG.signals(), config, processes, mean, inputs, targets, origin());
  }

  private static JointProcess process(
      GpConfig config, TrainingSamples samples, List<Integer> joints, double lengthScale) {
    var hyperparameters =
        new Hyperparameters(
            new StationaryKernel(config.kernel(), 2, List.of(lengthScale * config.window())), 0.01);
    Matrix x = samples.x();
    Matrix y = samples.torques(joints);
    GaussianProcess process =
        config.approximation() instanceof Approximation.Sparse
            ? SparseGaussianProcess.condition(hyperparameters, x.rows(0, 20), x, y, Blas.fastest())
            : ExactGaussianProcess.condition(hyperparameters, x, y, Blas.fastest());
    return new JointProcess(joints, Collections.nCopies(joints.size(), 1.0), process);
  }

  private static Provenance origin() {
    return new Provenance("0.1", "none", "2026-01-01T00:00:00Z", 1, "cpu", LOG.sources());
  }
}
