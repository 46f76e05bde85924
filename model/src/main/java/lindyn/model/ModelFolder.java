package lindyn.model;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.FloatMatrix;
import lindyn.InputException;
import lindyn.data.Rehearsal;
import lindyn.eval.Baselines;
import lindyn.folder.FolderFormat;
import lindyn.folder.SafeTensors;
import lindyn.folder.StrictJson;
import lindyn.folder.Tensor;
import lindyn.linear.RigidBodyTensors;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;

/**
 * A model on disk: a SavedModel for any TensorFlow, the plain data for Lindyn, and a card for
 * people.
 */
public final class ModelFolder {

  /** The file with the network for TensorFlow. */
  public static final String SAVED_MODEL = "saved_model.pb";

  static final String WEIGHTS = "weights.safetensors";
  static final String CARD = "model-card.md";
  static final String BASELINES = "baselines.json";
  static final String REHEARSAL = "rehearsal.safetensors";

  static final FolderFormat FORMAT =
      new FolderFormat(
          ModelDescription.FORMAT,
          ModelDescription.VERSION,
          List.of(SAVED_MODEL, WEIGHTS, BASELINES, CARD),
          List.of(REHEARSAL));

  private ModelFolder() {}

  /**
   * Writes a model; the folder appears complete or not at all.
   *
   * @param model what is written
   * @param baselines what it is measured against, wherever it goes
   * @param rehearsal what it keeps of its data; there is no file for nothing
   * @param savedModel the same model as a SavedModel, which this class does not read
   * @param folder a folder that does not exist; its parents are made
   * @throws InputException if the folder exists
   * @throws IllegalArgumentException if a number of the model is not finite
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(
      TrainedLstm model, Baselines baselines, Rehearsal rehearsal, byte[] savedModel, Path folder) {
    Map<String, Tensor> tensors = tensors(model);
    requireFinite(tensors);
    FORMAT.write(
        folder,
        staging -> {
          Files.write(staging.resolve(WEIGHTS), SafeTensors.bytes(tensors));
          Files.write(staging.resolve(BASELINES), StrictJson.MAPPER.writeValueAsBytes(baselines));
          Files.write(staging.resolve(SAVED_MODEL), savedModel);
          Files.writeString(staging.resolve(CARD), ModelCard.text(model));
          if (!rehearsal.isEmpty()) {
            Files.write(
                staging.resolve(REHEARSAL), SafeTensors.bytes(RehearsalTensors.of(rehearsal)));
          }
        },
        files -> ModelDescription.of(model, files));
  }

  private static void requireFinite(Map<String, Tensor> tensors) {
    tensors.forEach(
        (name, tensor) -> {
          if (!tensor.isFinite()) {
            throw new IllegalArgumentException(name + " has a number that is NaN or infinite");
          }
        });
  }

  private static Map<String, Tensor> tensors(TrainedLstm model) {
    List<FloatMatrix> matrices = model.weights().matrices();
    List<String> names = weightNames(model.config());
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < matrices.size(); i++) {
      tensors.put(names.get(i), new Tensor.Floats(matrices.get(i)));
    }
    model
        .base()
        .ifPresent(
            base ->
                RigidBodyTensors.of(base)
                    .forEach((name, matrix) -> tensors.put(name, new Tensor.Floats(matrix))));
    return tensors;
  }

  /** Returns the names of all tensors: the network's weights, then those of the base. */
  static List<String> tensorNames(LstmConfig config) {
    List<String> names = weightNames(config);
    if (config.base() == LstmConfig.Base.RIGID_BODY) {
      names.addAll(RigidBodyTensors.NAMES);
    }
    return names;
  }

  /** Returns the names of the weights, in the order of {@link LstmWeights#matrices}. */
  static List<String> weightNames(LstmConfig config) {
    List<String> names = new ArrayList<>();
    for (int l = 0; l < config.layers(); l++) {
      names.add("layers." + l + ".kernel");
      names.add("layers." + l + ".bias");
    }
    if (config.readOut() == LstmConfig.ReadOut.LINEAR) {
      names.add("read_out.kernel");
      names.add("read_out.bias");
    }
    return names;
  }

  /**
   * Reads the baselines of a model, and checks every file of its folder.
   *
   * @throws InputException as {@link #read} does
   */
  public static Baselines readBaselines(Path folder) {
    return new ModelFolderReader(folder).readBaselines();
  }

  /**
   * Reads what a model has kept of its data, which may be nothing, and checks every file of its
   * folder.
   *
   * @throws InputException as {@link #read} does
   */
  public static Rehearsal readRehearsal(Path folder) {
    return new ModelFolderReader(folder).readRehearsal();
  }

  /**
   * Reads a model and checks every file of its folder.
   *
   * @throws InputException if a file is missing, differs from what was written, or does not belong
   *     to the folder
   */
  public static TrainedLstm read(Path folder) {
    return new ModelFolderReader(folder).read();
  }
}
