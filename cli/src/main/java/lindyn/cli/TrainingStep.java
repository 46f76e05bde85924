package lindyn.cli;

import java.util.List;
import lindyn.InputException;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.device.Device;
import lindyn.device.DeviceFailedException;
import lindyn.device.DeviceList;
import lindyn.device.TensorFlowDevice;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.lstm.LstmConfig;
import lindyn.train.Limits;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingListener;
import lindyn.train.TrainingResult;
import org.jspecify.annotations.Nullable;

/**
 * A very small training, to see that it works and where it runs.
 *
 * @param device what the network really ran on
 * @param loss the validation error after it
 * @param devices all that TensorFlow lists
 * @param failure why it did not work; null if it did
 */
record TrainingStep(
    String device, double loss, List<TensorFlowDevice> devices, @Nullable String failure) {

  private static final int TRIALS = 3;
  private static final double PART = 0.3;

  /** Trains a network for one epoch on a push of the simulated arm. */
  static TrainingStep take(Device device) {
    try {
      TrainingResult result = train(device);
      return new TrainingStep(
          result.model().provenance().device(),
          result.last().validationLoss(),
          DeviceList.ofThisProcess(),
          null);
    } catch (InputException | DeviceFailedException e) {
      return new TrainingStep("", Double.NaN, List.of(), e.getMessage());
    } catch (RuntimeException | LinkageError e) { // whatever is wrong is what a user wants to know
      return new TrainingStep("", Double.NaN, List.of(), e.toString());
    }
  }

  private static TrainingResult train(Device device) {
    LogData log = ArmData.of(ArmSetup.DEFAULT, 1, TRIALS).logData();
    Split split = Split.random(log.trajectories(), PART, PART, 1);
    TrainingConfig config =
        TrainingConfig.suggested(LstmConfig.RECOMMENDED.history(), split.train())
            .withLimits(Limits.ofEpochs(1))
            .withDevice(device)
            .withEngine(TrainingOptions.suggestedEngine(device, LstmConfig.RECOMMENDED.cell()));
    return new Trainer(LstmConfig.RECOMMENDED, config).train(log, split, TrainingListener.SILENT);
  }
}
