package lindyn.report;

import java.util.Optional;
import lindyn.eval.Calibration;
import lindyn.eval.TorqueErrors;

/**
 * One of several models that were trained on the same trajectories.
 *
 * @param name the model
 * @param description what it is, in words
 * @param samples how many samples it learned from
 * @param errors its errors on the test trajectories
 * @param calibration of its standard deviations on them, if it has any
 * @param trainingSeconds time of its training, in s
 * @param predictionMicros time per predicted sample, in µs
 * @param numbers how many numbers a prediction needs, beside offsets and scales
 */
public record ComparedModel(
    String name,
    String description,
    long samples,
    TorqueErrors errors,
    Optional<Calibration> calibration,
    double trainingSeconds,
    double predictionMicros,
    long numbers) {}
