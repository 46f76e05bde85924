package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.run.Json;
import lindyn.sweep.Candidate;
import lindyn.sweep.Setting;
import lindyn.sweep.SuccessiveHalving;
import lindyn.sweep.Trial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn sweep}: looks for the settings with which a network learns a log best. */
@Command(
    name = "sweep",
    description = {
      "Looks for good settings of an LSTM: trains candidates side by side, and again and again stops"
          + " those that are behind (successive halving).",
      "Candidates are compared on the validation trajectories; the test trajectories are not looked"
          + " at. The best settings are written to best.json, for 'lindyn train --config'."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SweepCommand implements Callable<Integer>, TrainingCommand {

  /** Options of training that mean nothing here. */
  private static final List<String> MEANINGLESS =
      List.of("max-minutes", "checkpoint-minutes", "threads", "cluster", "average-every");

  @Parameters(arity = "1..*", paramLabel = "LOG", description = LogFiles.DESCRIPTION)
  private List<Path> logs = List.of();

  @Mixin private SweepOptions sweepOptions = new SweepOptions();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of this sweep (default: runs/ and the time); must not exist.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Mixin private SplitOptions splitOptions = new SplitOptions();
  @Mixin private SweptSettings settings = new SweptSettings();
  @Mixin private LogOptions logOptions = new LogOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (RunFolder folder = RunFolder.planned(out, TrainingCommand.invocation(spec))) {
      return train(folder);
    }
  }

  @Override
  public int train(RunFolder folder) {
    PrintWriter err = spec.commandLine().getErr();
    List<Setting> fixed = fixed();
    sweepOptions.candidates(fixed, List.of()); // wrong options end here, before the logs are read
    LogData log = logOptions.read(logs, err);
    Split split = splitOptions.of(log, settings.seed());
    TrainCommand.warn(log, split, err);
    List<Candidate> candidates = sweepOptions.candidates(fixed, split.train());
    var job =
        new SweepJob(
            log,
            split,
            splitOptions.description(),
            fixed,
            candidates,
            sweepOptions.rungs(candidates),
            sweepOptions.crew());
    job.requireLength();
    List<Trial> trials = job.run(folder, err);
    if (SuccessiveHalving.best(trials).isEmpty()) {
      err.println("lindyn: all candidates diverged; " + divergence(trials));
      err.flush();
    }
    if (!Files.isDirectory(folder.path())) { // nobody came as far as the first step
      return ExitCode.SOFTWARE;
    }
    SweepJson.Result result = job.record(folder, trials, nextCommand(folder));
    print(folder, trials, result);
    return result.best() == null ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private static String divergence(List<Trial> trials) {
    return trials.stream()
        .flatMap(trial -> trial.course().divergence().stream())
        .findFirst()
        .orElse("");
  }

  /** The settings that were given, and so are the same for all candidates. */
  private List<Setting> fixed() {
    if (settings.kind() != ModelOptions.Kind.LSTM) {
      throw new InputException(
          "--model: a sweep is for networks; a Gaussian process finds its hyper-parameters itself,"
              + " and 'lindyn compare' compares kinds");
    }
    List<Setting> fixed = given("settings").stream().map(SweepCommand::setting).toList();
    fixed.stream()
        .map(Setting::name)
        .filter(MEANINGLESS::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new InputException(
                  "--"
                      + name
                      + " is no option of a sweep, whose candidates have a thread each and are saved"
                      + " at each rung; leave it out");
            });
    return fixed;
  }

  private List<OptionSpec> given(String... mixins) {
    List<String> wanted = List.of(mixins);
    return spec.mixins().entrySet().stream()
        .filter(mixin -> wanted.contains(mixin.getKey()))
        .flatMap(mixin -> mixin.getValue().options().stream())
        .map(option -> spec.commandLine().getParseResult().matchedOption(option.longestName()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Setting setting(OptionSpec option) {
    return new Setting(option.longestName().substring(2), option.originalStringValues().get(0));
  }

  /** The command that trains with the best settings on the same trajectories, and tests. */
  private String nextCommand(RunFolder folder) {
    List<String> words = new ArrayList<>(List.of("lindyn", "train"));
    logs.forEach(log -> words.add(log.toString()));
    given("splitOptions", "logOptions").forEach(option -> words.addAll(words(option)));
    words.add(ConfigFile.OPTION);
    words.add(folder.path().resolve(SweepJob.CONFIG).toString());
    return String.join(" ", words.stream().map(RunFolder::quoted).toList());
  }

  private static List<String> words(OptionSpec option) {
    if (option.arity().max() == 0) {
      return List.of(option.longestName());
    }
    // After a resume elsewhere a path is another one than was typed.
    List<String> values =
        option.getValue() instanceof Path path
            ? List.of(path.toString())
            : option.originalStringValues();
    return values.stream().flatMap(value -> Stream.of(option.longestName(), value)).toList();
  }

  private void print(RunFolder folder, List<Trial> trials, SweepJson.Result result) {
    PrintWriter console = spec.commandLine().getOut();
    if (json) {
      console.println(Json.text(result));
    } else {
      console.print(new SweepTable(SuccessiveHalving.ranking(trials)).text());
      console.printf("%nreport  %s%n", folder.report());
      if (result.config() != null) {
        console.printf("best    %s%nnext    %s%n", result.config(), nextCommand(folder));
      }
    }
    console.flush();
  }
}
