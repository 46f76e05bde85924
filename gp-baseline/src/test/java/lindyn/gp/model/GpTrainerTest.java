package lindyn.gp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.InputException;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.data.DrawnSamples;
import lindyn.data.LogData;
import lindyn.eval.Evaluation;
import lindyn.gp.ExactGaussianProcess;
import lindyn.gp.SparseGaussianProcess;
import org.junit.jupiter.api.Test;

class GpTrainerTest {

  private static final LogData LOG = ToyRobot.log(4, 60, 1);
  private static final List<Trajectory> TEST = ToyRobot.log(2, 60, 9).trajectories();
  private static final GpConfig SMALL =
      GpConfig.PAPER.withApproximation(new Approximation.SubsetOfData(80)).withRestarts(0);

  private static GpResult train(GpConfig config) {
    return new GpTrainer(config, 1).train(LOG, LOG.trajectories(), GpListener.SILENT);
  }

  private static double error(GpResult result) {
    List<Double> variances = Evaluation.torqueVariances(LOG.trajectories());
    return Evaluation.errors(result.model(), TEST, variances).nmse();
  }

  @Test
  void processesLearnTheToyRobot() {
    GpResult result = train(SMALL);

    assertEquals(80, result.points());
    assertEquals(240, result.samples());
    assertEquals(2, result.searches().size());
    assertTrue(error(result) < 0.05, "nmse " + error(result)); // its torques are smooth
  }

  /** Neither scaling nor mean function may know of the others. */
  @Test
  void processesLearnFromChosenSamplesAlone() {
    int[] firstSamples = IntStream.range(0, 60).toArray();
    GpConfig config = SMALL.withMean(GpConfig.Mean.RIGID_BODY);
    List<Trajectory> others = new ArrayList<>(ToyRobot.log(4, 60, 5).trajectories());
    others.set(0, LOG.trajectories().get(0));

    GpResult result =
        new GpTrainer(config, 1)
            .train(LOG, DrawnSamples.of(LOG.trajectories(), firstSamples), GpListener.SILENT);
    GpResult amongOthers =
        new GpTrainer(config, 1)
            .train(LOG, DrawnSamples.of(others, firstSamples), GpListener.SILENT);

    assertEquals(60, result.points());
    assertTrue(error(result) < 0.05, "nmse " + error(result));
    assertEquals(error(result), error(amongOthers));
  }

  @Test
  void moreChosenSamplesThanAllowedAreRefused() {
    DrawnSamples chosen = DrawnSamples.of(LOG.trajectories(), IntStream.range(0, 81).toArray());

    assertThrows(
        IllegalArgumentException.class,
        () -> new GpTrainer(SMALL, 1).train(LOG, chosen, GpListener.SILENT));
  }

  /** A process that learned the whole torques would add the regression's once more. */
  @Test
  void processesOnABaseLearnWhatItLeaves() {
    GpResult result = train(SMALL.withMean(GpConfig.Mean.RIGID_BODY));

    assertTrue(result.model().mean().isPresent());
    assertTrue(error(result) < 0.05, "nmse " + error(result));
  }

  @Test
  void sharedHyperparametersAreOneProcess() {
    GpResult result = train(SMALL.withOutputs(GpConfig.Outputs.SHARED));

    assertEquals(List.of(0, 1), result.model().processes().get(0).joints());
    assertEquals(1, result.model().processes().size());
  }

  /** Deviations of a joint with more noise are greater, though both joints share it otherwise. */
  @Test
  void jointsThatShareHyperparametersHaveScalesOfTheirOwn() {
    GpResult result = train(SMALL.withOutputs(GpConfig.Outputs.SHARED));

    List<Double> scales = result.model().processes().get(0).scales();
    assertEquals(2, scales.size());
    // the mean is 1 at a maximum within the bounds; the toy has less noise than they allow
    assertEquals(1, (scales.get(0) + scales.get(1)) / 2, 0.1);
    assertNotEquals(scales.get(0), scales.get(1), 0.05);
    assertEquals(List.of(1.0), train(SMALL).model().processes().get(0).scales());
  }

  @Test
  void theModelTellsWhatItLearnedFrom() {
    GpResult result =
        train(SMALL.withApproximation(new Approximation.Sparse(50_000, 10_000, 20_000)));

    assertEquals(new Approximation.Sparse(240, 240, 240), result.model().config().approximation());
    assertEquals(240, result.points());
  }

  @Test
  void warnsWhereNothingIsLearned() {
    var random = new SplittableRandom(3);
    List<Trajectory> noise =
        LOG.trajectories().stream()
            .map(
                trajectory -> {
                  float[] tau = trajectory.tau().toArray();
                  for (int i = 1; i < tau.length; i += 2) {
                    tau[i] = (float) random.nextGaussian();
                  }
                  return new Trajectory(
                      trajectory.motion(), JointSeries.of(tau, tau.length / 2, 2));
                })
            .toList();

    List<String> warnings = new GpTrainer(SMALL, 1).train(LOG, noise, GpListener.SILENT).warnings();

    assertTrue(
        warnings.stream().anyMatch(w -> w.startsWith("elbow: next to nothing was learned")),
        warnings.toString());
    assertTrue(
        warnings.stream().noneMatch(w -> w.startsWith("shoulder: next to")), warnings.toString());
  }

  @Test
  void lengthScalesPerInputAreTheSameAtAllStepsOfAWindow() {
    GpResult result = train(SMALL.withLengthScales(GpConfig.LengthScales.PER_INPUT).withWindow(2));

    var kernel = result.searches().get(0).found().hyperparameters().kernel();
    assertEquals(6, kernel.lengthScales().size());
  }

  @Test
  void inducingPointsAreCentresOfTheInputs() {
    GpResult result = train(SMALL.withApproximation(new Approximation.Sparse(200, 30, 100)));

    var sparse = (SparseGaussianProcess) result.model().processes().get(0).process();
    var exact = (ExactGaussianProcess) train(SMALL).model().processes().get(0).process();
    assertEquals(30, sparse.points());
    assertEquals(200, result.points());
    assertTrue(error(result) < 0.05, "nmse " + error(result));
    assertTrue(
        Arrays.stream(sparse.posterior().z().values())
            .noneMatch(z -> Arrays.stream(exact.x().values()).anyMatch(x -> x == z)));
  }

  @Test
  void aSparseProcessFindsItsHyperparametersOnAPart() {
    List<Integer> heard = new ArrayList<>();

    GpResult result =
        new GpTrainer(SMALL.withApproximation(new Approximation.Sparse(200, 20, 90)), 1)
            .train(
                LOG,
                LOG.trajectories(),
                (process, processes, progress) -> heard.add(progress.allPoints()));

    assertEquals(List.of(90), heard.stream().distinct().toList());
    assertEquals(200, result.points());
    var sparse = (SparseGaussianProcess) result.model().processes().get(0).process();
    assertEquals(new Approximation.Sparse(200, 20, 90), result.model().config().approximation());
    assertTrue(sparse.hyperparameters().noiseVariance() < 0.01);
  }

  @Test
  void theSeedDecides() {
    assertEquals(
        train(SMALL).model().predict(TEST.get(0).motion()),
        train(SMALL).model().predict(TEST.get(0).motion()));
  }

  @Test
  void theListenerHearsOfEveryProcess() {
    List<Integer> heard = new ArrayList<>();

    new GpTrainer(SMALL, 1)
        .train(
            LOG,
            LOG.trajectories(),
            (process, processes, progress) -> {
              assertEquals(2, processes);
              heard.add(process);
            });

    assertEquals(List.of(1, 2), heard.stream().distinct().toList());
  }

  @Test
  void aConstantTorqueNeedsNoProcess() {
    LogData half = withTorques(true, false);

    GpResult result = new GpTrainer(SMALL, 1).train(half, half.trajectories(), GpListener.SILENT);

    assertEquals(1, result.model().processes().size());
    assertEquals(3, result.model().predict(TEST.get(0).motion()).at(7, 1));
    assertTrue(result.warnings().stream().anyMatch(w -> w.startsWith("elbow: the torque is")));
  }

  @Test
  void refusesWhatNothingCanBeLearnedFrom() {
    LogData constant = withTorques(false, false);
    var trainer = new GpTrainer(SMALL, 1);
    Trajectory one = LOG.trajectories().get(0).slice("one", 0, 1);

    assertThrows(
        InputException.class,
        () -> trainer.train(constant, constant.trajectories(), GpListener.SILENT));
    assertThrows(InputException.class, () -> trainer.train(LOG, List.of(one), GpListener.SILENT));
  }

  /** The log with torques of 3 N·m where a joint's do not change. */
  private static LogData withTorques(boolean... changes) {
    List<Trajectory> changed = new ArrayList<>();
    for (Trajectory trajectory : LOG.trajectories()) {
      float[] tau = trajectory.tau().toArray();
      for (int i = 0; i < tau.length; i++) {
        tau[i] = changes[i % 2] ? tau[i] : 3;
      }
      changed.add(new Trajectory(trajectory.motion(), JointSeries.of(tau, tau.length / 2, 2)));
    }
    return new LogData(LOG.signals(), changed, LOG.sources(), LOG.notes());
  }
}
