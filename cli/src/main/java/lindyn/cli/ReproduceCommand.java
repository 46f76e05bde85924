package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lindyn.InputException;
import lindyn.bench.paper.Plan;
import lindyn.bench.paper.Reproduction;
import lindyn.bench.paper.Subject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lindyn reproduce}: every table and figure of the paper. */
@Command(
    name = "reproduce",
    description = {
      "Makes every table and figure of Rueckert et al. 2017 anew, on the synthetic wave and on the"
          + " simulated arm, or on your own logs, and says where the numbers agree with the paper's.",
      "Takes one to one and a half hours on two cores. Finished work stays in the folder: after an interruption"
          + " the same command goes on where it was, and a larger size runs only what is missing. Ctrl-C"
          + " waits for the jobs that are running."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReproduceCommand implements Callable<Integer> {

  private static final List<String> ON_OWN_LOGS =
      List.of("figure-5", "figure-6", "table-2", "figure-8");

  @ArgGroup private @Nullable Size size;

  /** A size other than the default. */
  static final class Size {

    @Option(
        names = "--quick",
        description = "All figures in about 3 minutes, with next to no repeats.")
    private boolean quick;

    @Option(names = "--full", description = "The paper's repeats; takes some hours.")
    private boolean full;

    @Option(
        names = "--smoke",
        description = "The least that draws every figure; its numbers mean nothing.")
    private boolean smoke;

    private Plan plan() {
      return quick ? Plan.QUICK : full ? Plan.FULL : smoke ? Plan.SMOKE : Plan.DEFAULT;
    }
  }

  @Mixin private ReproducedSubject robot = new ReproducedSubject();

  @Option(
      names = "--window",
      paramLabel = "T",
      defaultValue = "20",
      description =
          "Time steps that models with a memory see of a robot (default: ${DEFAULT-VALUE}).")
  private int window = 20;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description =
          "Some of figure-2, table-1 (with figs 3 and 4), figure-5, figure-6, table-2 (with fig. 7),"
              + " figure-8 (default: all; with --data figures 5, 6 and 8 and table-2). The report has these"
              + " alone then; finished work on others stays.")
  private List<String> only = List.of();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "runs/reproduce",
      description =
          "Folder of report, figures, numbers and finished work (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("runs", "reproduce");

  @Option(names = "--again", description = "Run finished work again.")
  private boolean again;

  @Mixin private ParallelOption parallelOption = new ParallelOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    robot.check();
    if (window < 1) {
      throw new InputException("--window must be at least 1, got " + window);
    }
    List<String> names = names();
    Reproduction.requireKnown(names);
    int atOnce = parallelOption.threads();
    ReproductionFolder.requireUsable(out);
    Subject subject = robot.read(err);
    Plan plan = size == null ? Plan.DEFAULT : size.plan();
    Reproduction reproduction = Reproduction.of(plan, subject, window, names);
    try (var folder = ReproductionFolder.of(out, TrainingCommand.invocation(spec), again)) {
      folder.requireSame(subject, window);
      boolean isComplete = folder.run(reproduction, plan, subject, atOnce, err);
      PrintWriter console = spec.commandLine().getOut();
      console.println("report  " + folder.report());
      console.flush();
      return isComplete ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private List<String> names() {
    if (!only.isEmpty()) {
      return only;
    }
    return robot.isOwn() ? ON_OWN_LOGS : Reproduction.EXHIBITS;
  }
}
