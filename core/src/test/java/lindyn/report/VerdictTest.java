package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lindyn.eval.TorqueErrors;
import lindyn.report.Verdict.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  @Test
  void saysHowFarTheNetworkIsAhead() {
    Verdict verdict =
        Verdict.of(
            Runs.results(
                Runs.model("LSTM", 0.07, 0.11),
                Runs.model("linear model", 0.16, 0.24),
                Runs.model("mean torque", 1.0, 1.0)));

    assertEquals(
        "Test nMSE 0.090, mean over 2 joints: 55 % below the linear model, 91 % below the mean"
            + " torque",
        verdict.headline());
    assertEquals(List.of(), verdict.remarks());
    assertEquals(Standing.AHEAD, verdict.standing());
  }

  @Test
  void saysPlainlyThatTheNetworkIsBehind() {
    Verdict verdict =
        Verdict.of(
            Runs.results(
                Runs.model("LSTM", 1.3),
                Runs.model("linear model", 0.1),
                Runs.model("mean torque", 1.0)));

    assertEquals(
        "Test nMSE 1.300: 13.0 times the linear model, 30 % above the mean torque",
        verdict.headline());
    assertEquals(
        List.of(
            "The LSTM does not beat the linear model.", "The LSTM does not beat the mean torque."),
        verdict.remarks());
    assertEquals(Standing.BEHIND, verdict.standing());
  }

  @Test
  void aTieIsNoVictory() {
    Verdict verdict =
        Verdict.of(Runs.results(Runs.model("LSTM", 0.2), Runs.model("linear model", 0.2)));

    assertEquals("Test nMSE 0.200: equal to the linear model", verdict.headline());
    assertEquals(Standing.BEHIND, verdict.standing());
  }

  @Test
  void namesTheJointsOnWhichABaselineIsBetter() {
    Verdict verdict =
        Verdict.of(
            Runs.results(
                Runs.model("LSTM", 0.3, 0.1, 0.1), Runs.model("linear model", 0.2, 0.4, 0.4)));

    assertEquals(Standing.AHEAD, verdict.standing());
    assertEquals(
        List.of("The linear model is better on 1 of 3 joints: joint 1."), verdict.remarks());
  }

  @Test
  void leavesOutJointsWithConstantTorque() {
    Verdict verdict =
        Verdict.of(
            Runs.results(
                Runs.model("LSTM", 0.1, Double.NaN), Runs.model("linear model", 0.2, Double.NaN)));

    assertEquals(
        "Test nMSE 0.100, mean over 1 of 2 joints: 50 % below the linear model",
        verdict.headline());
    assertEquals(
        List.of("nMSE does not exist where the measured torque is constant: joint 2."),
        verdict.remarks());
  }

  @Test
  void comparesByRmseWhereAllTorquesAreConstant() {
    Verdict verdict =
        Verdict.of(
            Runs.results(Runs.model("LSTM", Double.NaN), Runs.model("linear model", Double.NaN)));

    assertEquals("Test RMSE 0.500 N·m: equal to the linear model", verdict.headline());
  }

  @Test
  void predictionsThatAreNotFiniteAreNoSuccess() {
    var diverged = new TorqueErrors.JointError(Double.NaN, Double.NaN, Double.NaN);
    var good = new TorqueErrors.JointError(0.1, 0.1, 0.1);
    var network = new ModelErrors("LSTM", new TorqueErrors(List.of(good, diverged), 10));

    Verdict verdict = Verdict.of(Runs.results(network, Runs.model("linear model", 0.2, 0.2)));

    assertEquals("The LSTM predicts torques that are not finite: joint 2", verdict.headline());
    assertEquals(Standing.BEHIND, verdict.standing());
  }

  @Test
  void aBaselineThatIsNotFiniteIsNotCompared() {
    var nonsense =
        new TorqueErrors.JointError(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1);

    Verdict verdict =
        Verdict.of(
            Runs.results(
                Runs.model("LSTM", 0.1),
                new ModelErrors("linear model", new TorqueErrors(List.of(nonsense), 10))));

    assertEquals("Test nMSE 0.100", verdict.headline());
    assertEquals(Standing.ALONE, verdict.standing());
  }

  @ParameterizedTest
  @CsvSource({
    "0.1995, 0.2, less than 1 % below the linear model",
    "0.2005, 0.2, less than 1 % above the linear model",
    "0.00001, 0.2, more than 99 % below the linear model",
    "0.3, 0.2, 50 % above the linear model",
    "0.5, 0.2, 2.5 times the linear model",
    "0.5, 0, 'above the linear model, which has no error'",
    "0, 0, equal to the linear model"
  })
  void putsRatiosIntoWords(double network, double baseline, String words) {
    var comparison = new Comparison("linear model", network, baseline, List.of());

    assertAll(
        () -> assertEquals(words, comparison.words()),
        () -> assertTrue(comparison.isAhead() == network < baseline));
  }
}
