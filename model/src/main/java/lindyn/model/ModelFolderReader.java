package lindyn.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lindyn.FloatMatrix;
import lindyn.Signals;
import lindyn.data.Rehearsal;
import lindyn.eval.Baselines;
import lindyn.folder.FolderFormat;
import lindyn.folder.Tensor;
import lindyn.folder.VerifiedFolder;
import lindyn.linear.RigidBodyTensors;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;

/** Reads a model folder, distrusting all of it; whatever is wrong is an InputException. */
final class ModelFolderReader {

  private final VerifiedFolder folder;

  ModelFolderReader(Path folder) {
    this.folder = new VerifiedFolder(folder);
  }

  TrainedLstm read() {
    ModelDescription description = verified();
    List<FloatMatrix> tensors = tensors(description.network());
    try {
      return model(description, tensors);
    } catch (IllegalArgumentException e) {
      throw folder.refusal(FolderFormat.DESCRIPTION, e.getMessage(), e);
    }
  }

  Baselines readBaselines() {
    Signals signals = verified().signals();
    Baselines baselines = folder.json(ModelFolder.BASELINES, Baselines.class);
    if (!baselines.mean().signals().equals(signals)) {
      throw folder.refusal(
          ModelFolder.BASELINES, "is of a robot with other signals than the model's");
    }
    return baselines;
  }

  Rehearsal readRehearsal() {
    ModelDescription description = verified();
    if (!folder.has(ModelFolder.REHEARSAL)) {
      return Rehearsal.NONE;
    }
    Map<String, Tensor> tensors = folder.tensors(ModelFolder.REHEARSAL);
    try {
      return RehearsalTensors.rehearsal(description.signals(), tensors);
    } catch (IllegalArgumentException e) {
      throw folder.refusal(ModelFolder.REHEARSAL, e.getMessage(), e);
    }
  }

  private ModelDescription verified() {
    return folder.verified(ModelFolder.FORMAT, ModelDescription.class);
  }

  private List<FloatMatrix> tensors(LstmConfig network) {
    Map<String, Tensor> tensors = folder.tensors(ModelFolder.WEIGHTS);
    // Counted before any list is made, since the number of layers may be anything.
    boolean fits =
        network.layers() <= tensors.size()
            && List.copyOf(tensors.keySet()).equals(ModelFolder.tensorNames(network));
    if (!fits) {
      throw folder.refusal(
          ModelFolder.WEIGHTS,
          "holds " + tensors.keySet() + ", expected the tensors of " + network);
    }
    return tensors.values().stream().map(this::floats).toList();
  }

  private FloatMatrix floats(Tensor tensor) {
    if (tensor instanceof Tensor.Floats floats) {
      return floats.matrix();
    }
    throw folder.refusal(ModelFolder.WEIGHTS, "holds numbers that are not float32");
  }

  private static TrainedLstm model(ModelDescription description, List<FloatMatrix> tensors) {
    Signals signals = description.signals();
    LstmShape shape = description.network().shape(signals.inputs(), signals.joints());
    int weights = ModelFolder.weightNames(description.network()).size();
    List<FloatMatrix> base = tensors.subList(weights, tensors.size());
    return description.model(
        LstmWeights.ofMatrices(shape, tensors.subList(0, weights)),
        base.isEmpty() ? Optional.empty() : Optional.of(RigidBodyTensors.model(signals, base)));
  }
}
