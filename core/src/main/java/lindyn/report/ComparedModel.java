package lindyn.report;

import lindyn.eval.TorqueErrors;

/**
 * One of several models that were trained on the same trajectories.
 *
 * @param name the model
 * @param description what it is, in words
 * @param samples how many samples it learned from
 * @param errors its errors on the test trajectories
 * @param trainingSeconds time of its training, in s
 * @param predictionMicros time per predicted sample, in µs
 * @param numbers how many numbers a prediction needs, beside offsets and scales
 */
public record ComparedModel(
    String name,
    String description,
    long samples,
    TorqueErrors errors,
    double trainingSeconds,
    double predictionMicros,
    long numbers) {}
