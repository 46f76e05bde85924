package lindyn.cli;

import java.nio.file.Path;
import java.util.List;
import lindyn.run.Invocation;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command whose run can be interrupted and go on. */
interface TrainingCommand {

  /**
   * Runs the command in a folder, from its checkpoint if it has one.
   *
   * @return the exit code
   */
  int train(RunFolder folder);

  /**
   * Returns the command of other arguments.
   *
   * @param spec tells where the command writes
   * @throws picocli.CommandLine.ParameterException if the arguments cannot be parsed
   */
  static Object parsed(List<String> arguments, CommandSpec spec) {
    CommandLine lindyn =
        Lindyn.commandLine()
            .setOut(spec.commandLine().getOut())
            .setErr(spec.commandLine().getErr());
    return lindyn
        .parseArgs(arguments.toArray(new String[0]))
        .subcommand()
        .commandSpec()
        .userObject();
  }

  /** Returns the command that was parsed. */
  static Invocation invocation(CommandSpec spec) {
    return new Invocation(
        spec.root().commandLine().getParseResult().expandedArgs(),
        Path.of("").toAbsolutePath().toString());
  }
}
