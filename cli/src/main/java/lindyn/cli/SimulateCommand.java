package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lindyn.InputException;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmLog;
import lindyn.examples.arm.ArmSetup;
import lindyn.examples.arm.SensorVariant;
import lindyn.examples.arm.TrialDraw;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lindyn simulate}: logs of a simulated robot, as many as are wanted. */
@Command(
    name = "simulate",
    description = {
      "Simulates a KUKA LWR 4+ that pushes a flask of 200, 300 or 400 ml of liquid, as in Rueckert"
          + " et al. 2017, and writes a log as CSV.",
      "Each trial is a reaching motion of 4.1 s, sampled at 100 Hz. The same options give the same"
          + " bytes, whatever the number of threads."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "CSV file to write, gzip if it ends in .gz; must not exist.")
  private Path out = Path.of("");

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "" + ArmData.PAPER_TRIALS,
      description =
          "Number of trials (default: ${DEFAULT-VALUE}, the last of which is cut so that there are"
              + " the paper's 112,761 samples; otherwise 410 samples a trial).")
  private int trials;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of motions, fills and noise (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--fill",
      paramLabel = "ML",
      description = "Liquid in the flask: 200, 300 or 400 ml (default: all three, mixed).")
  private @Nullable Integer fill;

  @Option(
      names = "--joints",
      paramLabel = "5|7",
      defaultValue = "5",
      description =
          "Joints that move: 5 as in the paper, joints 6 and 7 being locked, or 7 (default:"
              + " ${DEFAULT-VALUE}).")
  private int joints;

  @Option(
      names = "--variant",
      defaultValue = "LAG_30_30",
      description =
          "Delay and lag of the torque sensor in ms: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private SensorVariant variant = SensorVariant.LAG_30_30;

  @Mixin private ParallelOption parallelOption = new ParallelOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    NewPath.require(out, "--out");
    int parallel = parallelOption.threads();
    var log = new ArmLog(data(), ArmLog.Form.of(out));
    try (var progress = new WorkProgress(spec.commandLine().getErr(), "simulating")) {
      log.write(out, parallel, done -> progress.update(done, trials));
      print(log.data(), progress.seconds());
    }
    return ExitCode.OK;
  }

  private ArmData data() {
    try {
      var setup = new ArmSetup(joints, variant.model());
      return new ArmData(setup, new TrialDraw(seed, fills(), joints), trials);
    } catch (IllegalArgumentException e) {
      throw new InputException("simulation options: " + e.getMessage(), e);
    }
  }

  private List<Double> fills() {
    if (fill == null) {
      return TrialDraw.FILLS;
    }
    return switch (fill) {
      case 200, 300, 400 -> List.of(fill / 1000.0);
      default -> throw new InputException("--fill must be 200, 300 or 400, got " + fill);
    };
  }

  private void print(ArmData data, double seconds) {
    PrintWriter text = spec.commandLine().getOut();
    text.printf(
        Locale.ROOT,
        "%s: %,d samples of %,d trials, %d joints, in %.1f s%n",
        out,
        data.samples(),
        trials,
        joints,
        seconds);
    text.flush();
  }
}
