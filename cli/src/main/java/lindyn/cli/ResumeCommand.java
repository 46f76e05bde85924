package lindyn.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lindyn.InputException;
import lindyn.run.Invocation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code lindyn resume}: goes on with a run that was interrupted. */
@Command(
    name = "resume",
    description = {
      "Goes on with a training that was interrupted, from its last checkpoint, with the same logs and"
          + " settings.",
      "With one thread the model is the same, bit by bit, as without the interruption."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ResumeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "Folder of the run, such as runs/arm.")
  private Path run = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (RunFolder folder = RunFolder.interrupted(run)) {
      return command(folder.invocation()).train(folder);
    }
  }

  /** The command that began the run, as if it were given again in the same folder. */
  private TrainingCommand command(Invocation invocation) {
    Path start = Path.of(invocation.folder());
    CommandLine lindyn =
        Lindyn.commandLine()
            .setOut(spec.commandLine().getOut())
            .setErr(spec.commandLine().getErr());
    if (!start.equals(Path.of("").toAbsolutePath())) {
      lindyn.registerConverter(Path.class, start::resolve);
    }
    try {
      ParseResult parsed = lindyn.parseArgs(invocation.arguments().toArray(new String[0]));
      if (parsed.hasSubcommand()
          && parsed.subcommand().commandSpec().userObject() instanceof TrainingCommand command) {
        return command;
      }
    } catch (ParameterException e) {
      throw new InputException(
          run + ": was begun with options of another Lindyn: " + e.getMessage(), e);
    }
    throw new InputException(
        String.format(
            "%s: was made by 'lindyn %s', which cannot go on; run that again",
            run, invocation.arguments().get(0)));
  }
}
