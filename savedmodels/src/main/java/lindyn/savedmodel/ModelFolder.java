package lindyn.savedmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.FloatMatrix;
import lindyn.InputException;
import lindyn.eval.Baselines;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;

/**
 * A model on disk: a SavedModel for any TensorFlow, the plain data for Lindyn, and a card for
 * people.
 *
 * <p>{@code lindyn.json} holds size and SHA-256 of every other file, and {@code lindyn.json.sha256}
 * its own in the form that {@code sha256sum -c} reads, so a changed bit anywhere is found.
 */
public final class ModelFolder {

  static final String SAVED_MODEL = "saved_model.pb";
  static final String WEIGHTS = "weights.safetensors";
  static final String CARD = "model-card.md";
  static final String BASELINES = "baselines.json";
  static final String DESCRIPTION = "lindyn.json";
  static final String DESCRIPTION_HASH = "lindyn.json.sha256";

  /** The files that the description lists. */
  static final List<String> LISTED = List.of(SAVED_MODEL, WEIGHTS, BASELINES, CARD);

  private ModelFolder() {}

  /**
   * Writes a model; the folder appears complete or not at all.
   *
   * @param model what is written
   * @param baselines what it is measured against, wherever it goes
   * @param folder a folder that does not exist; its parents are made
   * @throws InputException if the folder exists
   * @throws IllegalArgumentException if a number of the model is not finite
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(TrainedLstm model, Baselines baselines, Path folder) {
    Map<String, FloatMatrix> tensors = tensors(model);
    requireFinite(tensors);
    StagedFolder.create(
        folder,
        staging -> {
          Files.write(staging.resolve(WEIGHTS), SafeTensors.bytes(tensors));
          Files.write(staging.resolve(BASELINES), ModelJson.MAPPER.writeValueAsBytes(baselines));
          writeInto(staging, model);
        });
  }

  private static void writeInto(Path folder, TrainedLstm model) throws IOException {
    Files.write(
        folder.resolve(SAVED_MODEL), SavedModelExporter.bytes(SavedModelExporter.export(model)));
    Files.writeString(folder.resolve(CARD), ModelCard.text(model));
    List<StoredFile> files = new ArrayList<>();
    for (String name : LISTED) {
      files.add(StoredFile.of(folder.resolve(name)));
    }
    Path description = folder.resolve(DESCRIPTION);
    String json =
        ModelJson.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(ModelDescription.of(model, files));
    Files.writeString(description, json + "\n");
    Files.writeString(folder.resolve(DESCRIPTION_HASH), hashLine(StoredFile.of(description)));
  }

  static String hashLine(StoredFile file) {
    return file.sha256() + "  " + file.name() + "\n";
  }

  private static void requireFinite(Map<String, FloatMatrix> tensors) {
    tensors.forEach(
        (name, tensor) -> {
          if (!tensor.isFinite()) {
            throw new IllegalArgumentException(name + " has a number that is NaN or infinite");
          }
        });
  }

  private static Map<String, FloatMatrix> tensors(TrainedLstm model) {
    List<FloatMatrix> matrices = model.weights().matrices();
    List<String> names = weightNames(model.config());
    Map<String, FloatMatrix> tensors = new LinkedHashMap<>();
    for (int i = 0; i < matrices.size(); i++) {
      tensors.put(names.get(i), matrices.get(i));
    }
    model.base().ifPresent(base -> tensors.putAll(BaseTensors.of(base)));
    return tensors;
  }

  /** Returns the names of all tensors: the network's weights, then those of the base. */
  static List<String> tensorNames(LstmConfig config) {
    List<String> names = weightNames(config);
    if (config.base() == LstmConfig.Base.RIGID_BODY) {
      names.addAll(BaseTensors.NAMES);
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
   * Reads a model and checks every file of its folder.
   *
   * @throws InputException if a file is missing, differs from what was written, or does not belong
   *     to the folder
   */
  public static TrainedLstm read(Path folder) {
    return new ModelFolderReader(folder).read();
  }
}
