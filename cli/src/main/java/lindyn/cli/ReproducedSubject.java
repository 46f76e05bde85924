package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lindyn.InputException;
import lindyn.bench.paper.Subject;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.examples.arm.SensorVariant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The robot that the paper's experiments are made on. */
final class ReproducedSubject {

  private static final long SEED = 1;

  @Option(
      names = "--data",
      arity = "1..*",
      paramLabel = "LOG",
      description =
          "Logs of a robot, instead of the simulated arm. Figures 5, 6 and 8 and table II are made on"
              + " them.")
  private List<Path> logs = List.of();

  @Option(
      names = "--split",
      paramLabel = "FILE",
      description =
          "With --data: JSON file with the ids of the trajectories: {\"train\": [...], \"val\": [...],"
              + " \"test\": [...]}; all repeats have the same then, and val is not used. Without it"
              + " each repeat deals 80 %% of the samples to training and 20 %% to testing.")
  private @Nullable Path split;

  @Option(
      names = "--variant",
      description =
          "Delay and lag of the simulated arm's torque sensor in ms: ${COMPLETION-CANDIDATES}"
              + " (default: LAG_30_30).")
  private @Nullable SensorVariant variant;

  @Mixin private LogOptions logOptions = new LogOptions();

  /** Tells whether it is the user's own. */
  boolean isOwn() {
    return !logs.isEmpty();
  }

  /**
   * Checks that the options fit together.
   *
   * @throws InputException if they do not
   */
  void check() {
    if (isOwn() && variant != null) {
      throw new InputException("--variant is one of the simulated arm; leave it out with --data");
    }
    if (!isOwn() && split != null) {
      throw new InputException("--split splits the logs of --data; give them, or leave it out");
    }
  }

  /** Reads or simulates. */
  Subject read(PrintWriter err) {
    if (!isOwn()) {
      SensorVariant sensors = variant == null ? SensorVariant.LAG_30_30 : variant;
      LogData arm =
          ArmData.of(ArmSetup.DEFAULT.withSensors(sensors.model()), SEED, ArmData.PAPER_TRIALS)
              .logData();
      return new Subject("the simulated arm, sensors " + sensors, arm, Optional.empty());
    }
    LogData log = logOptions.read(logs, err);
    return new Subject(
        logs.size() == 1 ? LogOptions.name(logs.get(0)) : logs.size() + " logs",
        log,
        Optional.ofNullable(split).map(file -> Split.ofFile(log.trajectories(), file)));
  }
}
