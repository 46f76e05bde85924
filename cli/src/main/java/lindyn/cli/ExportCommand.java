package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lindyn.InputException;
import lindyn.gp.model.GpFolder;
import lindyn.lstm.TrainedLstm;
import lindyn.model.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn export}: a saved network for programs that do not know Lindyn. */
@Command(
    name = "export",
    description = {
      "Writes a saved network for programs that do not know Lindyn.",
      "c: one C99 source and its header, which predict sample by sample and need nothing but the"
          + " mathematical library.",
      "onnx: model.onnx, which predicts whole motions, and step.onnx, which predicts sample by"
          + " sample.",
      "For TensorFlow nothing need be exported: a model folder is a SavedModel."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "MODEL", description = "Model folder of a network.")
  private Path model = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "What to write: ${COMPLETION-CANDIDATES}.")
  private ExportFormat format = ExportFormat.C;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder to make; must not exist.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    NewPath.requireFolder(out, "--out");
    TrainedLstm network = network();
    format.write(network, out);
    print(network);
    return ExitCode.OK;
  }

  private TrainedLstm network() {
    if (GpFolder.isAt(model)) {
      throw new InputException(
          model + ": is a Gaussian process, but only networks can be exported");
    }
    return ModelFolder.read(model);
  }

  private void print(TrainedLstm network) {
    PrintWriter text = spec.commandLine().getOut();
    text.printf(
        Locale.ROOT,
        "%s: network of %,d weights, %d inputs, %d joints%n",
        out,
        network.weights().shape().parameters(),
        network.signals().inputs(),
        network.signals().joints());
    text.flush();
  }
}
