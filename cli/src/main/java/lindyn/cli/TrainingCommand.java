package lindyn.cli;

import java.nio.file.Path;
import lindyn.run.Invocation;
import picocli.CommandLine.Model.CommandSpec;

/** A command whose run can be interrupted and go on. */
interface TrainingCommand {

  /**
   * Runs the command in a folder, from its checkpoint if it has one.
   *
   * @return the exit code
   */
  int train(RunFolder folder);

  /** Returns the command that was parsed. */
  static Invocation invocation(CommandSpec spec) {
    return new Invocation(
        spec.root().commandLine().getParseResult().expandedArgs(),
        Path.of("").toAbsolutePath().toString());
  }
}
