package lindyn.cli;

import java.util.List;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.device.Device;
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

/**
 * A very small training, to see that it works and where it runs.
 *
 * @param tensorflowVersion the version of TensorFlow
 * @param device what it really ran on
 * @param loss the validation error after it
 * @param devices all that TensorFlow lists
 */
record TrainingStep(
    String tensorflowVersion, String device, double loss, List<TensorFlowDevice> devices) {

  private static final int TRIALS = 3;
  private static final double PART = 0.3;

  /** Trains a network for one epoch on a push of the simulated arm. */
  static TrainingStep take(Device device) {
    LogData log = ArmData.of(ArmSetup.DEFAULT, 1, TRIALS).logData();
    Split split = Split.random(log.trajectories(), PART, PART, 1);
    TrainingConfig config =
        TrainingConfig.suggested(LstmConfig.RECOMMENDED.history(), split.train())
            .withLimits(Limits.ofEpochs(1))
            .withDevice(device)
            .withEngine(TrainingOptions.suggestedEngine(device, LstmConfig.RECOMMENDED.cell()));
    TrainingResult result =
        new Trainer(LstmConfig.RECOMMENDED, config).train(log, split, TrainingListener.SILENT);
    return new TrainingStep(
        result.model().provenance().tensorflowVersion(),
        result.model().provenance().device(),
        result.last().validationLoss(),
        DeviceList.ofThisProcess());
  }
}
