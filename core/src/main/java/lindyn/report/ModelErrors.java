package lindyn.report;

import lindyn.eval.TorqueErrors;

/**
 * The errors of one model on the test trajectories.
 *
 * @param name the model, as it reads after "the": "LSTM", "linear model", "mean torque"
 * @param errors its errors
 */
public record ModelErrors(String name, TorqueErrors errors) {}
