package lindyn.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import lindyn.run.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code lindyn} command. */
@Command(
    name = "lindyn",
    description =
        "Learns inverse dynamics models of robots from logs, with LSTM networks; Gaussian processes"
            + " are at hand to compare with.",
    mixinStandardHelpOptions = true,
    versionProvider = Lindyn.Version.class,
    subcommands = {
      TrainCommand.class,
      SweepCommand.class,
      ResumeCommand.class,
      EvaluateCommand.class,
      PredictCommand.class,
      ServeCommand.class,
      CompareCommand.class,
      ReproduceCommand.class,
      ExportCommand.class,
      InfoCommand.class,
      SimulateCommand.class,
      DemoCommand.class,
      DoctorCommand.class,
      WorkerCommand.class,
      HelpCommand.class
    })
public final class Lindyn implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // digits that every script can read
    CommandLine lindyn = commandLine();
    if (Terminal.isThere()) {
      lindyn.setErr(
          new PrintWriter(
              new OutputStreamWriter(Terminal.stream(), Charset.defaultCharset()), true));
    }
    int exitCode;
    try {
      exitCode = lindyn.execute(arguments);
    } catch (OutOfMemoryError e) {
      lindyn
          .getErr()
          .println(
              "lindyn: out of memory ("
                  + e.getMessage()
                  + "); give Java more with JAVA_TOOL_OPTIONS=-Xmx8g, or use a smaller network or"
                  + " batch, fewer points, shorter trajectories, or logs with their cache");
      exitCode = ExitCode.SOFTWARE;
    }
    Interruption.exit(checked(exitCode, lindyn));
  }

  /** Turns success into failure if the result did not reach standard output. */
  private static int checked(int exitCode, CommandLine lindyn) {
    boolean isLost = lindyn.getOut().checkError() || System.out.checkError();
    if (isLost && exitCode == ExitCode.OK) {
      lindyn.getErr().println("lindyn: standard output was closed or is full, results are missing");
      return ExitCode.SOFTWARE;
    }
    return exitCode;
  }

  /**
   * Returns the command, ready to execute: exit codes 0 ok, 1 failed, 2 bad usage or input, 130
   * interrupted.
   */
  static CommandLine commandLine() {
    return new CommandLine(new Lindyn())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(DerivativeOptions.Filter.class, DerivativeOptions.Filter::parse)
        .setExecutionExceptionHandler(new OneLineErrors())
        .setParameterExceptionHandler(new OneLineErrors());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  /** Prints the toolkit's version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"lindyn " + Versions.lindynVersion()};
    }
  }
}
