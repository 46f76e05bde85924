package lindyn.cli;

import java.io.UncheckedIOException;
import lindyn.InputException;
import lindyn.device.DeviceFailedException;
import lindyn.gp.CovarianceNotPositiveDefiniteException;
import lindyn.gp.CovarianceTooLargeException;
import lindyn.gp.NoSparseFitException;
import lindyn.train.NonFiniteLossException;
import lindyn.train.TrainingInterruptedException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns exceptions into one line on stderr and an exit code. */
final class OneLineErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult parsed) throws Exception {
    if (exception instanceof InputException || exception instanceof CovarianceTooLargeException) {
      return report(commandLine, exception, ExitCode.USAGE);
    }
    if (exception instanceof TrainingInterruptedException) {
      return report(commandLine, exception, Interruption.EXIT_CODE);
    }
    if (isFailure(exception)) {
      return report(commandLine, exception, ExitCode.SOFTWARE);
    }
    throw exception; // a defect of Lindyn: picocli prints its stack trace and ends with 1
  }

  /** Tells whether an exception's message is all that a user needs. */
  private static boolean isFailure(Exception exception) {
    return exception instanceof NonFiniteLossException
        || exception instanceof CovarianceNotPositiveDefiniteException
        || exception instanceof NoSparseFitException
        || exception instanceof DeviceFailedException
        || exception instanceof UncheckedIOException;
  }

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine commandLine = exception.getCommandLine();
    report(commandLine, exception, ExitCode.USAGE);
    String command = commandLine.getCommandSpec().qualifiedName();
    commandLine.getErr().println("try '" + command + " --help'");
    return ExitCode.USAGE;
  }

  private static int report(CommandLine commandLine, Exception exception, int exitCode) {
    commandLine.getErr().println("lindyn: " + exception.getMessage());
    return exitCode;
  }
}
