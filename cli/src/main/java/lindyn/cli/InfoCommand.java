package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lindyn.JointSeries;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.ColumnStatistics;
import lindyn.data.LogData;
import lindyn.lstm.TrainedLstm;
import lindyn.savedmodel.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn info}: what is in a model folder or in logs. */
@Command(
    name = "info",
    description = "Shows what is in a model folder, or in logs.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class InfoCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL|LOG",
      description = "One model folder, or logs: " + LogFiles.DESCRIPTION)
  private List<Path> paths = List.of();

  @Mixin private LogOptions logOptions = new LogOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (paths.size() == 1 && Files.isDirectory(paths.get(0))) {
      describe(ModelFolder.read(paths.get(0)), out);
    } else {
      describe(logOptions.read(paths, spec.commandLine().getErr()), out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void describe(TrainedLstm model, PrintWriter out) {
    describe(model.signals(), out);
    out.printf("network          %s%n", model.config());
    out.printf("weights          %d%n", model.weights().shape().parameters());
    out.printf(
        "trained          %s with Lindyn %s on TensorFlow %s, %s, seed %d%n",
        model.provenance().createdAt(),
        model.provenance().lindynVersion(),
        model.provenance().tensorflowVersion(),
        model.provenance().device(),
        model.provenance().seed());
    model
        .provenance()
        .sources()
        .forEach(
            source ->
                out.printf(
                    Locale.ROOT,
                    "log              %s, %,d samples, SHA-256 %s%n",
                    source.file(),
                    source.samples(),
                    source.sha256()));
  }

  private static void describe(Signals signals, PrintWriter out) {
    out.printf("joints           %d: %s%n", signals.joints(), signals.jointNames());
    out.printf("extra inputs     %s%n", signals.extraInputs());
    out.printf("derivatives      %s%n", signals.derivatives().description());
    out.printf("torque unit      %s%n", signals.torqueUnit());
    out.printf(
        Locale.ROOT,
        "sampling period  %.4g s (%.4g Hz)%n",
        signals.samplePeriod(),
        1 / signals.samplePeriod());
  }

  private static void describe(LogData log, PrintWriter out) {
    describe(log.signals(), out);
    out.printf(Locale.ROOT, "samples          %,d%n", log.samples());
    out.printf("trajectories     %d%n", log.trajectories().size());
    if (!log.notes().ignoredColumns().isEmpty()) {
      out.printf("columns not read %s%n", log.notes().ignoredColumns());
    }
    out.printf("%n%-12s%14s%14s%14s%14s%n", "column", "min", "max", "mean", "std");
    List<Trajectory> all = log.trajectories();
    describe("q", all.stream().map(t -> t.motion().q()).toList(), out);
    describe("qd", all.stream().map(t -> t.motion().qd()).toList(), out);
    describe("qdd", all.stream().map(t -> t.motion().qdd()).toList(), out);
    describe("tau", all.stream().map(Trajectory::tau).toList(), out);
  }

  private static void describe(String name, List<JointSeries> series, PrintWriter out) {
    int joint = 0;
    for (ColumnStatistics column : ColumnStatistics.of(series)) {
      joint++;
      out.printf(
          Locale.ROOT,
          "%-12s%14.5g%14.5g%14.5g%14.5g%s%n",
          name + joint,
          column.min(),
          column.max(),
          column.mean(),
          column.standardDeviation(),
          column.isConstant() ? "  constant" : "");
    }
  }
}
