package lindyn.report;

import lindyn.eval.TorqueErrors;

/**
 * One of several models that were trained on the same trajectories.
 *
 * @param name the model
 * @param errors its errors on the test trajectories
 * @param trainingSeconds time of its training, in s
 * @param predictionMicros time per predicted sample, in µs
 * @param numbers how many numbers a prediction needs
 */
public record ComparedModel(
    String name,
    TorqueErrors errors,
    double trainingSeconds,
    double predictionMicros,
    long numbers) {}
