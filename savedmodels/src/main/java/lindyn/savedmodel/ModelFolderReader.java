package lindyn.savedmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lindyn.FloatMatrix;
import lindyn.InputException;
import lindyn.Signals;
import lindyn.eval.Baselines;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;
import org.jspecify.annotations.Nullable;

/** Reads a model folder, distrusting all of it; whatever is wrong is an InputException. */
final class ModelFolderReader {

  /** Far more than any description has, and little enough to read at once. */
  private static final long MOST_TEXT_BYTES = 16 << 20;

  /** The most numbers that one Java array holds. */
  private static final long MOST_WEIGHT_BYTES = Integer.MAX_VALUE - 8L;

  private static final String REMEDY = "; copy the folder again or export the model again";

  private final Path folder;

  ModelFolderReader(Path folder) {
    this.folder = folder;
  }

  TrainedLstm read() {
    ModelDescription description = verified();
    List<FloatMatrix> tensors = tensors(description.network());
    try {
      return model(description, tensors);
    } catch (IllegalArgumentException e) {
      throw refusal(ModelFolder.DESCRIPTION, e.getMessage(), e);
    }
  }

  Baselines readBaselines() {
    Signals signals = verified().signals();
    try {
      Baselines baselines =
          ModelJson.read(bytes(ModelFolder.BASELINES, MOST_TEXT_BYTES), Baselines.class);
      if (!baselines.mean().signals().equals(signals)) {
        throw refusal(ModelFolder.BASELINES, "is of a robot with other signals than the model's");
      }
      return baselines;
    } catch (JsonProcessingException e) {
      throw refusal(ModelFolder.BASELINES, e.getOriginalMessage() + place(e), e);
    } catch (IOException e) {
      throw refusal(ModelFolder.BASELINES, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** Checks every file and returns the description. */
  private ModelDescription verified() {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder + ": not a folder; expected a model folder with " + ModelFolder.DESCRIPTION);
    }
    requireDescriptionUnchanged();
    ModelDescription description = description();
    requireNothingElse();
    requireListed(description.files());
    description.files().forEach(this::requireUnchanged);
    return description;
  }

  private void requireDescriptionUnchanged() {
    requirePlainFile(ModelFolder.DESCRIPTION);
    requirePlainFile(ModelFolder.DESCRIPTION_HASH);
    byte[] found = bytes(ModelFolder.DESCRIPTION_HASH, MOST_TEXT_BYTES);
    String expected = ModelFolder.hashLine(measured(ModelFolder.DESCRIPTION));
    if (!new String(found, StandardCharsets.UTF_8).equals(expected)) {
      throw refusal(
          ModelFolder.DESCRIPTION,
          "differs from its SHA-256 in " + folder.resolve(ModelFolder.DESCRIPTION_HASH) + REMEDY);
    }
  }

  private ModelDescription description() {
    byte[] json = bytes(ModelFolder.DESCRIPTION, MOST_TEXT_BYTES);
    try {
      requireFormat(ModelJson.MAPPER.readTree(json));
      return ModelJson.read(json, ModelDescription.class);
    } catch (JsonProcessingException e) {
      throw refusal(ModelFolder.DESCRIPTION, e.getOriginalMessage() + place(e), e);
    } catch (IOException e) {
      throw refusal(ModelFolder.DESCRIPTION, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private void requireFormat(JsonNode json) {
    String format = json.path("format").asText();
    int version = json.path("formatVersion").asInt();
    if (!format.equals(ModelDescription.FORMAT) || version != ModelDescription.VERSION) {
      throw refusal(
          ModelFolder.DESCRIPTION,
          String.format(
              "has format '%s' version %d, expected '%s' version %d; use the Lindyn that wrote it",
              format, version, ModelDescription.FORMAT, ModelDescription.VERSION));
    }
  }

  /** Refuses further files: TensorFlow would load some of them by their names. */
  private void requireNothingElse() {
    Set<String> unexpected;
    try (Stream<Path> files = Files.list(folder)) {
      unexpected =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
    }
    unexpected.removeAll(ModelFolder.LISTED);
    unexpected.remove(ModelFolder.DESCRIPTION);
    unexpected.remove(ModelFolder.DESCRIPTION_HASH);
    if (!unexpected.isEmpty()) {
      throw refusal(unexpected.iterator().next(), "does not belong to a model; remove it");
    }
  }

  private void requireListed(List<StoredFile> files) {
    List<String> names = files.stream().map(StoredFile::name).toList();
    if (!names.equals(ModelFolder.LISTED)) {
      throw refusal(
          ModelFolder.DESCRIPTION, "lists the files " + names + ", expected " + ModelFolder.LISTED);
    }
  }

  private void requireUnchanged(StoredFile expected) {
    requirePlainFile(expected.name());
    StoredFile found = measured(expected.name());
    if (found.bytes() != expected.bytes()) {
      throw refusal(
          expected.name(),
          "has " + found.bytes() + " bytes, expected " + expected.bytes() + REMEDY);
    }
    if (!found.equals(expected)) {
      throw refusal(
          expected.name(), "differs from its SHA-256 in " + ModelFolder.DESCRIPTION + REMEDY);
    }
  }

  /** Refuses links too: they could lead out of the folder. */
  private void requirePlainFile(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refusal(name, "is missing; expected a model folder" + REMEDY);
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refusal(name, "is a link or folder, expected a plain file");
    }
  }

  private StoredFile measured(String name) {
    try {
      return StoredFile.of(folder.resolve(name));
    } catch (IOException e) {
      throw refusal(name, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private byte[] bytes(String name, long most) {
    try {
      long size = Files.size(folder.resolve(name));
      if (size > most) {
        throw refusal(name, "has " + size + " bytes, expected at most " + most);
      }
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw refusal(name, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private List<FloatMatrix> tensors(LstmConfig network) {
    Map<String, FloatMatrix> tensors;
    try {
      tensors = SafeTensors.read(bytes(ModelFolder.WEIGHTS, MOST_WEIGHT_BYTES));
    } catch (IOException e) {
      throw refusal(ModelFolder.WEIGHTS, e.getMessage(), e);
    }
    // Counted before any list is made, since the number of layers may be anything.
    boolean fits =
        network.layers() <= tensors.size()
            && List.copyOf(tensors.keySet()).equals(ModelFolder.tensorNames(network));
    if (!fits) {
      throw refusal(
          ModelFolder.WEIGHTS,
          "holds " + tensors.keySet() + ", expected the tensors of " + network);
    }
    if (!tensors.values().stream().allMatch(FloatMatrix::isFinite)) {
      throw refusal(ModelFolder.WEIGHTS, "holds NaN or infinite numbers");
    }
    return List.copyOf(tensors.values());
  }

  private static TrainedLstm model(ModelDescription description, List<FloatMatrix> tensors) {
    Signals signals = description.signals();
    LstmShape shape = description.network().shape(signals.inputs(), signals.joints());
    int weights = ModelFolder.weightNames(description.network()).size();
    List<FloatMatrix> base = tensors.subList(weights, tensors.size());
    return description.model(
        LstmWeights.ofMatrices(shape, tensors.subList(0, weights)),
        base.isEmpty() ? Optional.empty() : Optional.of(BaseTensors.model(signals, base)));
  }

  private InputException refusal(String file, String problem) {
    return new InputException(line(file, problem));
  }

  private InputException refusal(String file, @Nullable String problem, Throwable cause) {
    return new InputException(line(file, String.valueOf(problem)), cause);
  }

  private String line(String file, String problem) {
    return folder.resolve(file) + ": " + problem.replaceAll("\\s+", " ");
  }
}
