package lindyn.cli;

import lindyn.run.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code lindyn} command. */
@Command(
    name = "lindyn",
    description = "Learns inverse dynamics models of robots from logs, with LSTM networks.",
    mixinStandardHelpOptions = true,
    versionProvider = Lindyn.Version.class,
    subcommands = {
      TrainCommand.class,
      EvaluateCommand.class,
      PredictCommand.class,
      InfoCommand.class,
      DemoCommand.class,
      HelpCommand.class
    })
public final class Lindyn implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Returns the command, ready to execute: exit codes 0 ok, 1 failed, 2 bad usage or input. */
  static CommandLine commandLine() {
    return new CommandLine(new Lindyn())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new OneLineErrors())
        .setParameterExceptionHandler(new OneLineErrors());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? try 'lindyn --help'");
  }

  /** Prints the toolkit's version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"lindyn " + Versions.lindynVersion()};
    }
  }
}
