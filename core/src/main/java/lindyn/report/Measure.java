package lindyn.report;

import lindyn.eval.TorqueErrors;
import lindyn.eval.TorqueErrors.JointError;

/** The number by which models are compared. */
enum Measure {
  /** The usual one. */
  NMSE,
  /** For data in which no torque ever changes, so that there is no nMSE. */
  RMSE;

  double of(TorqueErrors errors) {
    return this == NMSE ? errors.nmse() : errors.rmse();
  }

  double of(JointError error) {
    return this == NMSE ? error.nmse() : error.rmse();
  }

  String text(double value, String unit) {
    return this == NMSE
        ? "nMSE " + Numbers.ratio(value)
        : "RMSE " + Numbers.significant(value) + " " + unit;
  }
}
