package lindyn.gp.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import lindyn.InputException;
import lindyn.JointSeries;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.ColumnStatistics;
import lindyn.data.DrawnSamples;
import lindyn.data.LogData;
import lindyn.data.Standardizer;
import lindyn.gp.GaussianProcess;
import lindyn.gp.HyperparameterSearch;
import lindyn.gp.InducingPoints;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.linear.RigidBodyModel;
import lindyn.run.Versions;

/**
 * Conditions Gaussian processes on samples of trajectories, with hyper-parameters that maximise the
 * marginal likelihood (Rueckert et al. 2017, section II-B), or its bound for a sparse process.
 */
public final class GpTrainer {

  private final GpConfig config;
  private final long seed;
  private final Blas blas = Blas.fastest();

  /** Takes what is trained, and the seed of samples, inducing points and restarts. */
  public GpTrainer(GpConfig config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  /**
   * Trains on trajectories.
   *
   * @param log where they come from: signals and sources
   * @param train the trajectories
   * @param listener hears of every evaluation
   * @throws InputException if there are fewer than two samples, no torque changes, no trajectory is
   *     as long as the window, or samples and window are too many
   * @throws lindyn.gp.CovarianceTooLargeException if the samples need more memory than there is
   */
  public GpResult train(LogData log, List<Trajectory> train, GpListener listener) {
    long begin = System.nanoTime();
    requireLength(train);
    Optional<RigidBodyModel> mean = mean(log.signals(), train);
    List<Trajectory> residuals = residuals(mean, train);
    var random = new SplittableRandom(seed);
    DrawnSamples drawn = DrawnSamples.random(residuals, config.approximation().points(), random);
    return condition(log, new Lesson(mean, residuals, drawn), random, listener, begin);
  }

  /**
   * Trains on chosen samples; nothing else is learned from, neither by the mean function nor by the
   * scaling.
   *
   * @param log where they come from: signals and sources
   * @param drawn the samples, in random order, as a part of them must stand for all
   * @param listener hears of every evaluation
   * @throws InputException if there are fewer than two samples, no torque changes, or samples and
   *     window are too many
   * @throws IllegalArgumentException if there are more samples than the configuration allows
   * @throws lindyn.gp.CovarianceTooLargeException if the samples need more memory than there is
   */
  public GpResult train(LogData log, DrawnSamples drawn, GpListener listener) {
    long begin = System.nanoTime();
    if (drawn.count() > config.approximation().points()) {
      throw new IllegalArgumentException(
          drawn.count() + " samples, expected at most " + config.approximation().points());
    }
    List<Trajectory> samples = drawn.windows(1);
    Optional<RigidBodyModel> mean = mean(log.signals(), samples);
    var lesson =
        new Lesson(mean, residuals(mean, samples), drawn.in(residuals(mean, drawn.trajectories())));
    return condition(log, lesson, new SplittableRandom(seed), listener, begin);
  }

  /**
   * What processes learn from.
   *
   * @param mean the mean function
   * @param scaled what standardisers are fitted to
   * @param drawn the samples
   */
  private record Lesson(
      Optional<RigidBodyModel> mean, List<Trajectory> scaled, DrawnSamples drawn) {}

  private GpResult condition(
      LogData log, Lesson lesson, SplittableRandom random, GpListener listener, long begin) {
    DrawnSamples drawn = lesson.drawn();
    requireTwo(drawn);
    Standardizer inputs =
        Standardizer.zScore(
            series(lesson.scaled(), trajectory -> trajectory.motion().inputSeries()));
    Standardizer targets = Standardizer.zScore(series(lesson.scaled(), Trajectory::tau));
    requireNumbers(drawn.count(), config.window() * inputs.columns());
    TrainingSamples samples =
        TrainingSamples.of(drawn, new WindowInputs(inputs, config.window()), targets);
    GpConfig used = config.withApproximation(config.approximation().ofAtMost(drawn.count()));
    Conditioning conditioning = conditioning(used, samples.x(), random.nextLong());
    List<JointProcess> processes = new ArrayList<>();
    List<GpResult.Search> searches = new ArrayList<>();
    List<List<Integer>> groups = groups(lesson.scaled());
    int searchPoints = used.approximation().searchPoints();
    for (List<Integer> joints : groups) {
      Matrix y = samples.torques(joints);
      HyperparameterSearch.Found found =
          search(conditioning, log.signals(), random.nextLong())
              .find(
                  samples.x().rows(0, searchPoints),
                  y.rows(0, searchPoints),
                  conditioning::likelihood,
                  progress -> listener.onEvaluation(searches.size() + 1, groups.size(), progress));
      searches.add(new GpResult.Search(joints, found));
      GaussianProcess process = conditioning.condition(found.hyperparameters(), samples.x(), y);
      processes.add(JointProcess.of(joints, process, samples.x(), y));
    }
    var model =
        new GpInverseDynamics(
            log.signals(), used, processes, lesson.mean(), inputs, targets, provenance(log));
    return new GpResult(model, searches, drawn.of(), (System.nanoTime() - begin) / 1e9);
  }

  private static List<Trajectory> residuals(
      Optional<RigidBodyModel> mean, List<Trajectory> trajectories) {
    return mean.map(model -> model.residuals(trajectories)).orElse(trajectories);
  }

  private Optional<RigidBodyModel> mean(Signals signals, List<Trajectory> train) {
    return switch (config.mean()) {
      case ZERO -> Optional.empty();
      case RIGID_BODY -> Optional.of(RigidBodyModel.fit(signals, train));
    };
  }

  private static void requireTwo(DrawnSamples drawn) {
    if (drawn.count() < 2) {
      throw new InputException(
          "the training trajectories have " + drawn.count() + " samples; a GP needs at least 2");
    }
  }

  private void requireLength(List<Trajectory> train) {
    int longest = train.stream().mapToInt(Trajectory::timeSteps).max().orElse(0);
    if (longest < config.window()) {
      throw new InputException(
          String.format(
              "the longest training trajectory has %d samples, fewer than the window of %d time"
                  + " steps; record longer trajectories or choose a shorter window",
              longest, config.window()));
    }
  }

  private void requireNumbers(int points, int inputs) {
    if ((long) points * inputs > Integer.MAX_VALUE) {
      throw new InputException(
          String.format(
              "%,d samples of windows with %,d inputs are more numbers than 2^31; take fewer samples"
                  + " or a shorter window",
              points, inputs));
    }
  }

  private static List<JointSeries> series(
      List<Trajectory> trajectories, Function<Trajectory, JointSeries> part) {
    return trajectories.stream().map(part).toList();
  }

  private Conditioning conditioning(GpConfig used, Matrix x, long clusterSeed) {
    if (used.approximation() instanceof Approximation.Sparse sparse) {
      return new Conditioning.Sparse(
          config.kernel(), InducingPoints.kMeans(x, sparse.inducingPoints(), clusterSeed), blas);
    }
    return new Conditioning.Exact(config.kernel(), blas);
  }

  private HyperparameterSearch search(
      Conditioning conditioning, Signals signals, long restartSeed) {
    return new HyperparameterSearch(
        config.kernel(),
        config.lengthScaleNames(signals),
        config.restarts(),
        restartSeed,
        conditioning.fewPoints());
  }

  /** Returns the joints of each process; a joint whose torque is constant needs none. */
  private List<List<Integer>> groups(List<Trajectory> train) {
    List<ColumnStatistics> torques = ColumnStatistics.of(series(train, Trajectory::tau));
    List<Integer> moving =
        IntStream.range(0, torques.size())
            .filter(joint -> !torques.get(joint).isConstant())
            .boxed()
            .toList();
    if (moving.isEmpty()) {
      throw new InputException(
          "the torques of all joints are constant in the training trajectories; there is nothing to"
              + " learn");
    }
    return switch (config.outputs()) {
      case SHARED -> List.of(moving);
      case PER_JOINT -> moving.stream().map(List::of).toList();
    };
  }

  private Provenance provenance(LogData log) {
    return new Provenance(
        Versions.lindynVersion(),
        "none",
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        seed,
        "cpu, " + blas.name(),
        log.sources());
  }
}
