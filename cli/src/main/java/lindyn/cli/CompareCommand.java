package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.report.ComparedModel;
import lindyn.report.ComparisonPage;
import lindyn.report.Fact;
import lindyn.report.ModelComparison;
import lindyn.run.AtomicFile;
import lindyn.run.Invocation;
import lindyn.run.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn compare}: several models, trained and tested on the same trajectories. */
@Command(
    name = "compare",
    description = {
      "Trains several models on the same trajectories, tests them on the same others, and prints one"
          + " table.",
      "lstm, gp and sgpr are what 'lindyn train' gives: an LSTM on a rigid-body base, exact and"
          + " sparse Gaussian processes. lstm-alone has no base; gp-per-joint has hyper-parameters for each"
          + " joint; -paper is the paper's literal model;"
          + " with -window a process sees the last T inputs, with -base it corrects the same"
          + " rigid-body regression as the LSTM."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {

  private static final String REPORT = "report.html";
  private static final String TABLE = "compare.json";

  @Parameters(arity = "1..*", paramLabel = "LOG", description = LogFiles.DESCRIPTION)
  private List<Path> logs = List.of();

  @Option(
      names = "--models",
      paramLabel = "NAME",
      split = ",",
      defaultValue =
          "lstm,lstm-alone,gp,gp-per-joint,gp-window,gp-base,gp-window-base,sgpr,sgpr-base,"
              + "rigid-body,linear,mean",
      description =
          "Some of lstm, lstm-alone, lstm-paper, gp, gp-per-joint, gp-paper, gp-window, gp-base,"
              + " gp-window-base, sgpr, sgpr-window, sgpr-base, sgpr-window-base, rigid-body, linear,"
              + " mean (default:"
              + " ${DEFAULT-VALUE}).")
  private List<String> models = List.of();

  @Option(
      names = "--window",
      paramLabel = "T",
      defaultValue = "20",
      description = "Time steps that the models with -window see (default: ${DEFAULT-VALUE}).")
  private int window = 20;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the split and of all models (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder for the report and a run per model (default: runs/ and the time).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the result as one JSON object, keyed by model.")
  private boolean json;

  @Mixin private SplitOptions splitOptions = new SplitOptions();
  @Mixin private GpOptions gpOptions = new GpOptions();
  @Mixin private LogOptions logOptions = new LogOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<ComparedRecipe> compared = ComparedRecipe.of(models);
    var recipes = new ComparedRecipes(gpOptions, window, seed);
    recipes.check(compared);
    Invocation invocation = TrainingCommand.invocation(spec);
    Path folder = RunFolder.planned(out, invocation).path();
    LogData log = logOptions.read(logs, err);
    Split split = splitOptions.of(log, seed);
    TrainCommand.warn(log, split, err);
    var comparison = new Comparison(log, split, splitOptions.description(), folder, invocation);
    List<ComparedModel> results = comparison.run(compared, recipes, err);
    if (results.isEmpty()) {
      return ExitCode.SOFTWARE;
    }
    Map<String, ResultJson.Compared> keyed = new LinkedHashMap<>();
    results.forEach(model -> keyed.put(model.name(), ResultJson.Compared.of(model)));
    RunFolder.make(folder);
    AtomicFile.write(folder.resolve(TABLE), Json.text(keyed) + "\n");
    ComparisonPage.write(
        new ModelComparison(LogOptions.name(folder), facts(log, split), log.signals(), results),
        folder.resolve(REPORT));
    print(folder, log, results, keyed);
    return results.size() < compared.size() ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private List<Fact> facts(LogData log, Split split) {
    List<Fact> facts = new ArrayList<>(RunFacts.data(log, split, splitOptions.description()));
    facts.add(new Fact("Seed", Long.toString(seed)));
    facts.add(
        new Fact(
            "Validation",
            "an LSTM stops by the validation trajectories; the other models never see them"));
    facts.add(
        new Fact(
            "Times",
            "training: all that a model needs, its base and an LSTM's compilation included, after a"
                + " warm-up of Gaussian processes; prediction: per sample, many at once, trajectories"
                + " in parallel, median of five passes of a tenth of a second or more"));
    facts.add(
        new Fact(
            "NLPD, in 95 %",
            "negative log predictive density of the test torques in standard deviations of the"
                + " training torques, less is better; share of test torques in the 95 % band"));
    facts.add(new Fact("Samples", "that a model learned from"));
    facts.add(new Fact("Numbers", "that a prediction needs, beside offsets and scales"));
    return facts;
  }

  private void print(
      Path folder,
      LogData log,
      List<ComparedModel> results,
      Map<String, ResultJson.Compared> keyed) {
    PrintWriter console = spec.commandLine().getOut();
    if (json) {
      console.println(Json.text(keyed));
    } else {
      console.print(new ComparisonTable(log.signals(), results).text());
      console.printf("%nreport  %s%n", folder.resolve(REPORT));
    }
    console.flush();
  }
}
