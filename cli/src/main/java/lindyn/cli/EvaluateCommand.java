package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.report.ReportPage;
import lindyn.report.RunReport;
import lindyn.run.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn evaluate}: errors of a saved model on logs. */
@Command(
    name = "evaluate",
    description = "Measures a model's errors on logs, beside those of its baselines.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "MODEL", description = "Model folder.")
  private Path model = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "LOG",
      description = LogFiles.DESCRIPTION)
  private List<Path> logs = List.of();

  @Option(
      names = "--split",
      paramLabel = "FILE",
      description = "Evaluate the test trajectories of this JSON file (default: all).")
  private @Nullable Path split;

  @Option(names = "--report", paramLabel = "FILE", description = "Write a report page too.")
  private @Nullable Path report;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Mixin private SourceOptions source = new SourceOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (report != null) {
      NewPath.require(report, "--report");
    }
    try (StoredModel stored = StoredModel.open(model)) {
      LogData log = read(stored.model().signals());
      noteTrainingData(stored.provenance(), log);
      TestedModel tested = test(stored, log);
      if (report != null) {
        ReportPage.write(
            new RunReport(LogOptions.name(model), List.of(), List.of(), tested.results()), report);
      }
      out.print(
          json
              ? Json.text(ResultJson.Evaluated.of(model, tested.errors())) + System.lineSeparator()
              : new TerminalTable(log.signals(), tested.errors()).text());
    }
    out.flush();
    return ExitCode.OK;
  }

  private LogData read(Signals signals) {
    PrintWriter err = spec.commandLine().getErr();
    return new ModelLogs(signals, source).readTrajectories(logs, model, err);
  }

  /** Errors on training data say little, so the user should know. */
  private void noteTrainingData(Provenance origin, LogData log) {
    List<String> known = origin.sources().stream().map(Provenance.Source::sha256).toList();
    for (Provenance.Source source : log.sources()) {
      if (split == null && known.contains(source.sha256())) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(
            "note: the model was made from "
                + source.file()
                + ", so these errors flatter it; --split evaluates the test trajectories alone");
        err.flush();
      }
    }
  }

  private TestedModel test(StoredModel stored, LogData log) {
    List<Trajectory> trajectories =
        split == null ? log.trajectories() : Split.ofFile(log.trajectories(), split).test();
    return new TestedModel(stored.name(), stored.model(), trajectories, stored.baselines())
        .against(stored.base());
  }
}
