package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lindyn.InputException;
import lindyn.gp.model.GpFolder;
import lindyn.lstm.TrainedLstm;
import lindyn.model.ModelFolder;
import lindyn.serve.ServerSettings;
import lindyn.serve.TorqueServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn serve}: a network's torques over HTTP. */
@Command(
    name = "serve",
    description = {
      "Predicts torques over HTTP, with JSON in and out, until Ctrl-C.",
      "GET /health tells what the model reads; POST /predict takes whole motions, POST /step one"
          + " sample of one robot at a time."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "MODEL", description = "Model folder of a network.")
  private Path model = Path.of("");

  @Mixin private ServeOptions options = new ServeOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ServerSettings settings = options.settings();
    TrainedLstm network = network();
    try (var server = TorqueServer.start(network, settings, spec.commandLine().getErr())) {
      announce(server);
      awaitEnd(server);
    }
    return ExitCode.OK;
  }

  private TrainedLstm network() {
    if (GpFolder.isAt(model)) {
      throw new InputException(
          model
              + " holds a Gaussian process, but only networks are served: they step through a"
              + " motion in constant time; lindyn predict takes logs");
    }
    return ModelFolder.read(model);
  }

  private void announce(TorqueServer server) {
    if (server.isOpen()) {
      spec.commandLine()
          .getErr()
          .println("lindyn: whoever reaches " + server.url() + " may use it; there is no password");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("serving " + model + " at " + server.url());
    out.flush();
  }

  /** Waits until this thread is interrupted; a signal ends the process with the shell's code. */
  private static void awaitEnd(TorqueServer server) {
    var hook = new Thread(server::close, "end of serving");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) { // the end that is waited for
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
