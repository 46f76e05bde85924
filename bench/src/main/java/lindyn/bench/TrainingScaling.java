package lindyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.LogData;
import lindyn.data.SequenceOrder;
import lindyn.data.Split;
import lindyn.device.Device;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.Engine;
import lindyn.lstm.graph.UpdateRule;
import lindyn.train.EpochReport;
import lindyn.train.Limits;
import lindyn.train.Schedule;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Time and memory of training on n samples of the simulated arm: 2 layers of 10 units, batches of
 * 128 sequences of 16 steps, one thread.
 *
 * <p>Only epochs of the second half of the training count, so that TensorFlow's start, compilation
 * and the JVM's warming up are left out; small n train for more epochs. One n per process, because
 * a process has one peak of memory. Reads it from Linux.
 */
public final class TrainingScaling {

  private static final int TIME_STEPS = 16;
  private static final int BATCH = 128;
  private static final long SEED = 1;

  /** Samples that all epochs together see at least. */
  private static final long WORK = 4_000_000;

  private static final int LEAST_EPOCHS = 4;

  private TrainingScaling() {}

  /** Takes n, and prints a {@link ScalingPoint}; n is rounded up to whole trials. */
  public static void main(String[] arguments) throws IOException {
    int trials = (int) Math.ceil(Double.parseDouble(arguments[0]) / ArmSetup.SAMPLES);
    LogData log = ArmData.of(ArmSetup.DEFAULT, SEED, trials + 1).logData();
    List<Trajectory> train = log.trajectories().subList(0, trials);
    List<Trajectory> validation = log.trajectories().subList(trials, trials + 1);
    long samples = (long) trials * ArmSetup.SAMPLES;
    int epochs = (int) Math.max(LEAST_EPOCHS, WORK / samples);
    List<EpochReport> reports = new ArrayList<>();
    new Trainer(
            network(),
            new TrainingConfig(
                new Limits(epochs, epochs, Limits.NO_TIME_LIMIT),
                BATCH,
                new UpdateRule(new Adagrad(0.1, 0.1)),
                Schedule.CONSTANT,
                Device.ONE_THREAD,
                SEED,
                Engine.COMPILED,
                SequenceOrder.RANDOM))
        .train(log, new Split(train, validation, validation, List.of()), reports::add);
    double seconds = secondsPerEpoch(reports);
    double timeSteps = (double) reports.get(0).timeSteps();
    System.out.println(new ScalingPoint(samples, seconds, timeSteps / seconds, peakBytes()).line());
  }

  private static LstmConfig network() {
    return LstmConfig.RECOMMENDED
        .withLayers(2)
        .withHiddenUnits(10)
        .withBase(LstmConfig.Base.NONE)
        .withHistory(new History.Stream(TIME_STEPS, 0));
  }

  /** The median over the second half. */
  private static double secondsPerEpoch(List<EpochReport> reports) {
    double[] seconds = new double[reports.size() / 2];
    for (int i = 0; i < seconds.length; i++) {
      int epoch = reports.size() - 1 - i;
      seconds[i] = reports.get(epoch).seconds() - reports.get(epoch - 1).seconds();
    }
    return StatUtils.percentile(seconds, 50);
  }

  private static long peakBytes() throws IOException {
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      String line = status.filter(each -> each.startsWith("VmHWM:")).findFirst().orElseThrow();
      return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
    }
  }
}
