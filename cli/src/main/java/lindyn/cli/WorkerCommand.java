package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lindyn.InputException;
import lindyn.device.ClusterFile;
import lindyn.device.ClusterServer;
import lindyn.device.Device;
import lindyn.device.Device.Precision;
import lindyn.file.InputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lindyn worker}: lends this machine to a training on another one. */
@Command(
    name = "worker",
    description = {
      "Lends this machine to 'lindyn train --cluster' on another one, until Ctrl-C; it needs neither"
          + " logs nor models, which stay with the trainer.",
      "Whoever reaches its port can use it, and read and write files with it: it belongs on a"
          + " private network, behind a firewall."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WorkerCommand implements Callable<Integer> {

  @Option(
      names = ClusterOptions.OPTION,
      paramLabel = "FILE",
      required = true,
      description = "The trainer's file: " + ClusterOptions.FORMAT)
  private Path cluster = Path.of("");

  @Option(
      names = "--task",
      paramLabel = "N",
      required = true,
      description = "The place of this machine in the file, from 1; 0 is the trainer.")
  private int task;

  @Mixin private DeviceOptions deviceOptions = new DeviceOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> addresses = ClusterFile.read(new InputFile(cluster));
    if (task < 1 || task >= addresses.size()) {
      throw new InputException(
          String.format(
              "--task must be from 1 to %d, the last of the %d addresses in %s, got %d",
              addresses.size() - 1, addresses.size(), cluster, task));
    }
    Device device = deviceOptions.device();
    if (!device.usesGpus() && device.precision() != Precision.FLOAT32) {
      throw new InputException(
          "--precision is for a worker's GPU; the trainer's decides for processors, leave it out");
    }
    ClusterServer server = ClusterServer.start(addresses, task, device);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "task %d of %d listens on all interfaces at port %s, for whoever reaches it%n",
        task, addresses.size(), addresses.get(task).replaceFirst(".*:", ""));
    out.flush();
    server.join();
    return ExitCode.OK;
  }
}
