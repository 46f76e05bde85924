package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import lindyn.Provenance;
import lindyn.gp.model.GpFolder;
import lindyn.gp.model.GpInverseDynamics;
import lindyn.gp.model.GpText;
import lindyn.gp.model.JointProcess;
import lindyn.lstm.TrainedLstm;
import lindyn.model.ModelFolder;

/**
 * What {@code lindyn info} says of a model folder.
 *
 * @param out receives the text
 */
record ModelText(PrintWriter out) {

  void print(Path folder) {
    if (GpFolder.isAt(folder)) {
      print(GpFolder.read(folder));
    } else {
      print(ModelFolder.read(folder));
    }
  }

  private void print(TrainedLstm model) {
    new LogText(out).print(model.signals());
    out.printf("network          %s%n", model.config());
    out.printf("weights          %d%n", model.weights().shape().parameters());
    print(model.provenance(), " on TensorFlow " + model.provenance().tensorflowVersion());
  }

  private void print(GpInverseDynamics model) {
    new LogText(out).print(model.signals());
    out.printf("processes        %s%n", GpText.of(model.config()));
    model.processes().forEach(process -> print(model, process));
    print(model.provenance(), "");
  }

  private void print(GpInverseDynamics model, JointProcess process) {
    out.printf(
        "%-16s %s%n",
        GpText.joints(model.signals(), process.joints()),
        GpText.learned(model.signals(), model.config(), process));
  }

  private void print(Provenance origin, String engine) {
    out.printf(
        "trained          %s with Lindyn %s%s, %s, seed %d%n",
        origin.createdAt(), origin.lindynVersion(), engine, origin.device(), origin.seed());
    for (Provenance.Source source : origin.sources()) {
      out.printf(
          Locale.ROOT,
          "log              %s, %,d samples, SHA-256 %s%n",
          source.file(),
          source.samples(),
          source.sha256());
    }
  }
}
