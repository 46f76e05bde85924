package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lindyn.InputException;
import lindyn.Trajectory;
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
    return isOwn() ? own(err) : arm();
  }

  private Subject arm() {
    SensorVariant sensors = variant == null ? SensorVariant.LAG_30_30 : variant;
    ArmSetup setup = ArmSetup.DEFAULT.withSensors(sensors.model());
    ArmData data = ArmData.of(setup, SEED, ArmData.PAPER_TRIALS);
    return new Subject(
        "the simulated arm with sensors " + sensors,
        String.format("%s, seed %d, %d trials", setup, SEED, data.trials()),
        "How late the torque sensor is decides what memory is worth; the paper does not say, and both"
            + " variants of the simulated arm (--variant) are assumptions of ours.",
        data.logData(),
        Optional.empty());
  }

  private Subject own(PrintWriter err) {
    LogData log = logOptions.read(logs, err);
    Optional<Split> fixed =
        Optional.ofNullable(split).map(file -> Split.ofFile(log.trajectories(), file));
    return new Subject(
        logs.size() == 1 ? LogOptions.name(logs.get(0)) : logs.size() + " logs",
        String.format(
            "%s, read with %s, %s, %s",
            log.sources(),
            log.notes().options(),
            log.signals(),
            fixed.map(ReproducedSubject::text).orElse("split at random")),
        fixed.isPresent()
            ? "All repeats have the same split, so that tests are over draws of samples and weights"
                + " alone."
            : "",
        log,
        fixed);
  }

  private static String text(Split split) {
    return "train " + ids(split.train()) + ", test " + ids(split.test());
  }

  private static List<String> ids(List<Trajectory> trajectories) {
    return trajectories.stream().map(Trajectory::id).toList();
  }
}
