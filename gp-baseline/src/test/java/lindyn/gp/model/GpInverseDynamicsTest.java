package lindyn.gp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.TorquePrediction;
import lindyn.Trajectory;
import lindyn.gp.algebra.Matrix;
import org.junit.jupiter.api.Test;

class GpInverseDynamicsTest {

  private static final Motion MOTION = ToyRobot.log(1, 40, 7).trajectories().get(0).motion();

  @Test
  void torquesAreInTheLogsUnit() {
    GpInverseDynamics model = ToyModels.of(GpConfig.PAPER);
    Matrix points =
        new WindowInputs(model.inputStandardizer(), 1).of(MOTION, 0, MOTION.timeSteps());

    JointSeries tau = model.predict(MOTION);

    for (int joint = 0; joint < 2; joint++) {
      Matrix means = model.processes().get(joint).process().means(points);
      for (int t = 0; t < MOTION.timeSteps(); t++) {
        double expected =
            means.at(t, 0) * model.targetStandardizer().scale().get(joint)
                + model.targetStandardizer().offset().get(joint);
        assertEquals(expected, tau.at(t, joint), 1e-5 * (1 + Math.abs(expected))); // float32
      }
    }
  }

  @Test
  void deviationsHoldTheNoise() {
    GpInverseDynamics model = ToyModels.of(GpConfig.PAPER);
    Matrix points =
        new WindowInputs(model.inputStandardizer(), 1).of(MOTION, 0, MOTION.timeSteps());

    TorquePrediction prediction = model.predictWithDeviation(MOTION);

    assertEquals(model.predict(MOTION), prediction.tau());
    for (int joint = 0; joint < 2; joint++) {
      double[] variances = model.processes().get(joint).process().variances(points);
      double scale = model.targetStandardizer().scale().get(joint);
      for (int t = 0; t < variances.length; t++) {
        double expected = scale * Math.sqrt(variances[t] + 0.01);
        assertEquals(expected, prediction.standardDeviation().at(t, joint), 1e-6 * expected);
      }
    }
  }

  @Test
  void deviationsOfEachJointHaveItsScale() {
    GpInverseDynamics model = ToyModels.of(GpConfig.PAPER.withOutputs(GpConfig.Outputs.SHARED));
    JointProcess shared = model.processes().get(0);
    var scaled =
        with(model, List.of(new JointProcess(List.of(0, 1), List.of(1.0, 9.0), shared.process())));

    JointSeries deviations = scaled.predictWithDeviation(MOTION).standardDeviation();

    JointSeries before = model.predictWithDeviation(MOTION).standardDeviation();
    assertEquals(before.at(11, 0), deviations.at(11, 0), 0);
    assertEquals(3 * before.at(11, 1), deviations.at(11, 1), 1e-6 * deviations.at(11, 1));
    assertEquals(model.predict(MOTION), scaled.predict(MOTION));
  }

  @Test
  void theMeanFunctionIsAddedToTheProcesses() {
    GpInverseDynamics model = ToyModels.of(GpConfig.PAPER.withMean(GpConfig.Mean.RIGID_BODY));
    JointSeries base = model.mean().orElseThrow().predict(MOTION);
    var alone =
        new GpInverseDynamics(
            model.signals(),
            GpConfig.PAPER,
            model.processes(),
            Optional.empty(),
            model.inputStandardizer(),
            model.targetStandardizer(),
            model.provenance());

    JointSeries both = model.predict(MOTION);

    JointSeries rest = alone.predict(MOTION);
    for (int t = 0; t < MOTION.timeSteps(); t++) {
      assertEquals(rest.at(t, 1) + base.at(t, 1), both.at(t, 1), 1e-5);
    }
  }

  /** Longer than what is predicted at once, and windows reach over the border. */
  @Test
  void aLongMotionIsPredictedLikeItsPieces() {
    Trajectory whole = ToyRobot.log(1, 4200, 3).trajectories().get(0);
    GpInverseDynamics model = ToyModels.of(GpConfig.PAPER.withWindow(3));

    JointSeries tau = model.predict(whole.motion());

    Motion piece = whole.motion().slice("piece", 4090, 4110);
    JointSeries again = model.predict(piece);
    for (int t = 2; t < 20; t++) { // the first two steps of the piece lack their past
      assertEquals(again.at(t, 0), tau.at(4090 + t, 0), 1e-5);
    }
  }

  @Test
  void aJointInNoProcessIsPredictedAsItsConstant() {
    GpInverseDynamics model = ToyModels.of(GpConfig.PAPER);
    var half =
        new GpInverseDynamics(
            model.signals(),
            model.config(),
            model.processes().subList(0, 1),
            model.mean(),
            model.inputStandardizer(),
            model.targetStandardizer(),
            model.provenance());

    TorquePrediction prediction = half.predictWithDeviation(MOTION);

    float constant = model.targetStandardizer().offset().get(1).floatValue();
    assertTrue(IntStream.range(0, 40).allMatch(t -> prediction.tau().at(t, 1) == constant));
    assertEquals(0, prediction.standardDeviation().at(5, 1));
  }

  @Test
  void refusesPartsThatDoNotFit() {
    GpInverseDynamics model = ToyModels.of(GpConfig.PAPER);
    JointProcess first = model.processes().get(0);

    assertThrows(IllegalArgumentException.class, () -> with(model, List.of(first, first)));
    assertThrows(
        IllegalArgumentException.class,
        () -> with(model, List.of(new JointProcess(List.of(2), List.of(1.0), first.process()))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new JointProcess(List.of(0, 1), List.of(1.0, 1.0), first.process()));
  }

  private static GpInverseDynamics with(GpInverseDynamics model, List<JointProcess> processes) {
    return new GpInverseDynamics(
        model.signals(),
        model.config(),
        processes,
        model.mean(),
        model.inputStandardizer(),
        model.targetStandardizer(),
        model.provenance());
  }
}
