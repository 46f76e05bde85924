package lindyn.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param exitCode its exit code
 * @param out what it printed to standard output
 * @param err what it printed to standard error
 */
record CommandRun(int exitCode, String out, String err) {

  /** Runs the command in this process. */
  static CommandRun of(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine lindyn =
        Lindyn.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i] instanceof Path path ? path.toString() : (String) arguments[i];
    }
    int exitCode = lindyn.execute(texts);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
