package lindyn.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import lindyn.device.Device;
import lindyn.device.Diagnosis;
import lindyn.device.Gpu;
import lindyn.run.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lindyn doctor}: what this machine can train on. */
@Command(
    name = "doctor",
    description = {
      "Shows what this machine can train on: the driver, GPUs, the libraries that TensorFlow needs,"
          + " with versions and where they are, and what is missing and what to do.",
      "Trains a little, on a GPU if one can be used, and says where it really ran."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Diagnosis diagnosis = Diagnosis.ofThisMachine();
    if (!json) {
      new DoctorText(out).print(diagnosis);
    }
    TrainingStep step = TrainingStep.take(device(diagnosis));
    if (json) {
      out.println(Json.text(DoctorJson.of(diagnosis, step)));
    } else {
      new DoctorText(out).print(diagnosis, step);
    }
    out.flush();
    return step.failure() == null ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static Device device(Diagnosis diagnosis) {
    List<Integer> gpus = diagnosis.driver().gpus().stream().map(Gpu::number).toList();
    return diagnosis.obstacles().isEmpty() ? new Device.Gpus(gpus) : Device.ONE_THREAD;
  }
}
