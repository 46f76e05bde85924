package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import lindyn.Signals;
import lindyn.eval.Calibration;
import lindyn.eval.TorqueErrors;
import lindyn.eval.TorqueErrors.JointError;
import lindyn.report.ComparedModel;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

  @Test
  void everyNumberStandsBelowItsName() {
    var errors = new TorqueErrors(List.of(new JointError(4, 0.25, 0.5)), 100);
    var constant = new TorqueErrors(List.of(new JointError(1, Double.NaN, 2)), 100);
    var table =
        new ComparisonTable(
            new Signals(List.of("joint1"), List.of(), "A", 0.01),
            List.of(
                new ComparedModel(
                    "gp",
                    "",
                    2000,
                    errors,
                    Optional.of(new Calibration(-0.25, 0.9)),
                    12.5,
                    3.75,
                    56_000),
                new ComparedModel("mean", "", 13_543, constant, Optional.empty(), 0.001, 0.05, 7)));

    assertEquals(
        """
                            samples      nMSE     RMSE [A]  MSE, std.     NLPD  in 95 %  training [s] predict. [µs]      numbers
        gp                    2,000    0.2500       2.0000     0.5000   -0.250    0.900         12.50          3.75       56,000
        mean                 13,543         –       1.0000     2.0000        –        –          0.00          0.05            7
        """,
        table.text());
  }
}
