package lindyn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.RandomTrajectory;
import lindyn.Signals;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

  private static final double EXACT = 1e-12; // a few roundings of doubles near 1

  /** Joint 1 measures 0, 2 and 4 (variance 8/3), joint 2 always 5. */
  private static final List<Trajectory> MEASURED = List.of(measured(0, 5, 2, 5), measured(4, 5));

  private static final List<Double> TRAIN_VARIANCES = List.of(4.0, 1.0);

  @Test
  void agreesWithErrorsComputedByHand() {
    TorqueErrors errors =
        Evaluation.errors(
            predicting(List.of(series(1, 5, 2, 7), series(1, 5))), MEASURED, TRAIN_VARIANCES);

    TorqueErrors.JointError first = errors.perJoint().get(0);
    assertEquals(3, errors.samples());
    assertEquals(10.0 / 3, first.mse(), EXACT); // errors 1, 0, -3
    assertEquals(Math.sqrt(10.0 / 3), first.rmse(), EXACT);
    assertEquals(10.0 / 8, first.nmse(), EXACT);
    assertEquals(10.0 / 12, first.standardizedMse(), EXACT);
    assertEquals((10.0 / 3 + 4.0 / 3) / 2, errors.mse(), EXACT);
    assertEquals((10.0 / 12 + 4.0 / 3) / 2, errors.standardizedMse(), EXACT);
  }

  @Test
  void leavesAConstantTorqueOutOfTheMeanNmse() {
    TorqueErrors errors =
        Evaluation.errors(
            predicting(List.of(series(1, 5, 2, 7), series(1, 5))), MEASURED, TRAIN_VARIANCES);

    assertTrue(Double.isNaN(errors.perJoint().get(1).nmse()));
    assertEquals(errors.perJoint().get(0).nmse(), errors.nmse(), EXACT);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aPredictionThatIsNotFiniteIsInfinitelyBad(float torque) {
    TorqueErrors errors =
        Evaluation.errors(
            predicting(List.of(series(0, 5, 2, torque), series(4, 5))), MEASURED, TRAIN_VARIANCES);

    assertEquals(0, errors.perJoint().get(0).nmse());
    assertEquals(Double.POSITIVE_INFINITY, errors.mse());
    assertEquals(Double.POSITIVE_INFINITY, errors.nmse());
    assertEquals(Double.POSITIVE_INFINITY, errors.standardizedMse());
  }

  @Test
  void aConstantTrainingTorqueCountsAsVarianceOne() {
    assertEquals(1, Evaluation.torqueVariances(MEASURED).get(1));
    assertEquals(8.0 / 3, Evaluation.torqueVariances(MEASURED).get(0), EXACT);
  }

  @Test
  void theMeanPredictorHasNmseOneOnItsOwnData() {
    List<Trajectory> train = List.of(RandomTrajectory.of("a", 100, 3, 0, 9));
    var model = MeanModel.fit(RandomTrajectory.signals(3, 0), train);

    TorqueErrors errors = Evaluation.errors(model, train, Evaluation.torqueVariances(train));

    assertEquals(1, errors.nmse(), 1e-9); // the mean is rounded to float32 once, errors are squared
    assertEquals(1, errors.standardizedMse(), 1e-9); // likewise
  }

  @Test
  void refusesPredictionsOfAnotherShape() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Evaluation.errors(
                predicting(List.of(series(1, 5), series(1, 5))), MEASURED, TRAIN_VARIANCES));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Evaluation.errors(
                predicting(List.of(series(1, 5, 2, 7), series(1, 5))), MEASURED, List.of(1.0)));
  }

  /** A model whose predictions of {@link #MEASURED} are given. */
  private static InverseDynamicsModel predicting(List<JointSeries> predictions) {
    return new InverseDynamicsModel() {
      @Override
      public Signals signals() {
        return RandomTrajectory.signals(2, 0);
      }

      @Override
      public JointSeries predict(Motion motion) {
        return MEASURED.get(0).motion().equals(motion) ? predictions.get(0) : predictions.get(1);
      }
    };
  }

  private static JointSeries series(float... rows) {
    return JointSeries.of(rows, rows.length / 2, 2);
  }

  private static Trajectory measured(float... tau) {
    return new Trajectory(RandomTrajectory.of("a", tau.length / 2, 2, 0, 1).motion(), series(tau));
  }
}
