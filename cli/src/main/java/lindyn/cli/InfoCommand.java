package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lindyn.InputException;
import lindyn.data.LogData;
import lindyn.inspect.LogSummary;
import lindyn.report.LogPage;
import lindyn.run.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn info}: what is in a model folder or in logs. */
@Command(
    name = "info",
    description = "Shows what is in a model folder, or in logs, and what looks wrong in the logs.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class InfoCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL|LOG",
      description = "One model folder, or logs: " + LogFiles.DESCRIPTION)
  private List<Path> paths = List.of();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page with plots and findings too; logs only.")
  private @Nullable Path report;

  @Option(names = "--json", description = "Print one JSON object; logs only.")
  private boolean json;

  @Mixin private LogOptions logOptions = new LogOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (paths.size() == 1 && Files.isDirectory(paths.get(0))) {
      requireText();
      new ModelText(out).print(paths.get(0));
    } else {
      describeLogs(out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private void requireText() {
    if (json || report != null) {
      throw new InputException(
          paths.get(0)
              + " is a folder, but --json and --report are for logs; for a model read its"
              + " lindyn.json and model-card.md");
    }
  }

  private void describeLogs(PrintWriter out) {
    if (report != null) {
      NewPath.require(report, "--report");
    }
    LogData log = logOptions.read(paths, spec.commandLine().getErr());
    LogSummary summary = LogSummary.of(log);
    if (report != null) {
      LogPage.write(title(), log, summary, report);
    }
    if (json) {
      out.println(Json.text(LogJson.of(log, summary)));
    } else {
      new LogText(out).print(log, summary);
    }
  }

  private String title() {
    String first = LogOptions.name(paths.get(0));
    return paths.size() == 1 ? first : first + " and " + (paths.size() - 1) + " more";
  }
}
