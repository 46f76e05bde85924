package lindyn.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lindyn.InputException;
import org.jspecify.annotations.Nullable;

/** Reads a folder, distrusting all of it; whatever is wrong is an InputException that names it. */
public final class VerifiedFolder {

  /** Far more than any text of a model has, and little enough to read at once. */
  private static final long MOST_TEXT_BYTES = 16 << 20;

  /** The most numbers that one Java array holds. */
  private static final long MOST_TENSOR_BYTES = Integer.MAX_VALUE - 8L;

  /** A folder with a model. */
  private static final Kind MODEL =
      new Kind("model", "; copy the folder again or export the model again");

  private final Path folder;
  private final Kind kind;

  /**
   * What a folder is for.
   *
   * @param name what is expected in it
   * @param remedy what to do if it is damaged, with a leading semicolon; may be empty
   */
  public record Kind(String name, String remedy) {}

  /** Takes a folder with a model, without looking at it. */
  public VerifiedFolder(Path folder) {
    this(folder, MODEL);
  }

  /** Takes a folder, without looking at it. */
  public VerifiedFolder(Path folder, Kind kind) {
    this.folder = folder;
    this.kind = kind;
  }

  /**
   * Returns the name of the folder's format, once its description has proved to be unchanged.
   *
   * @throws InputException if it is no folder, or has no such description
   */
  public String format() {
    return descriptionTree().path("format").asText();
  }

  /**
   * Checks every file and returns the description.
   *
   * @throws InputException if a file is missing, differs from what was written, or does not belong
   *     to the folder
   */
  public <D extends FolderDescription> D verified(FolderFormat format, Class<D> type) {
    requireFormat(descriptionTree(), format);
    D description = json(FolderFormat.DESCRIPTION, type);
    requireListed(format, description.files());
    requireNothingElse(description.files());
    description.files().stream()
        .filter(file -> !format.optional().contains(file.name()) || has(file.name()))
        .forEach(this::requireUnchanged);
    return description;
  }

  /** Tells whether the folder has a file. */
  public boolean has(String name) {
    return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  private JsonNode descriptionTree() {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder
              + ": not a folder; expected a "
              + kind.name()
              + " folder with "
              + FolderFormat.DESCRIPTION);
    }
    requireDescriptionUnchanged();
    return json(FolderFormat.DESCRIPTION, JsonNode.class);
  }

  private void requireDescriptionUnchanged() {
    requirePlainFile(FolderFormat.DESCRIPTION);
    requirePlainFile(FolderFormat.DESCRIPTION_HASH);
    byte[] found = bytes(FolderFormat.DESCRIPTION_HASH, MOST_TEXT_BYTES);
    String expected = FolderFormat.hashLine(measured(FolderFormat.DESCRIPTION));
    if (!new String(found, StandardCharsets.UTF_8).equals(expected)) {
      throw refusal(
          FolderFormat.DESCRIPTION,
          "differs from its SHA-256 in "
              + folder.resolve(FolderFormat.DESCRIPTION_HASH)
              + kind.remedy());
    }
  }

  private void requireFormat(JsonNode json, FolderFormat expected) {
    String format = json.path("format").asText();
    int version = json.path("formatVersion").asInt();
    if (!format.equals(expected.name()) || version != expected.version()) {
      throw refusal(
          FolderFormat.DESCRIPTION,
          String.format(
              "has format '%s' version %d, expected '%s' version %d; use the Lindyn that wrote it",
              format, version, expected.name(), expected.version()));
    }
  }

  /** Refuses further files: TensorFlow would load some of them by their names. */
  private void requireNothingElse(List<StoredFile> listed) {
    Set<String> unexpected;
    try (Stream<Path> files = Files.list(folder)) {
      unexpected =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
    }
    listed.forEach(file -> unexpected.remove(file.name()));
    unexpected.remove(FolderFormat.DESCRIPTION);
    unexpected.remove(FolderFormat.DESCRIPTION_HASH);
    if (!unexpected.isEmpty()) {
      throw refusal(
          unexpected.iterator().next(), "does not belong to a " + kind.name() + "; remove it");
    }
  }

  private void requireListed(FolderFormat format, List<StoredFile> files) {
    List<String> names = files.stream().map(StoredFile::name).toList();
    if (!format.allows(names)) {
      throw refusal(
          FolderFormat.DESCRIPTION, "lists the files " + names + ", expected " + format.files());
    }
  }

  private void requireUnchanged(StoredFile expected) {
    requirePlainFile(expected.name());
    StoredFile found = measured(expected.name());
    if (found.bytes() != expected.bytes()) {
      throw refusal(
          expected.name(),
          "has " + found.bytes() + " bytes, expected " + expected.bytes() + kind.remedy());
    }
    if (!found.equals(expected)) {
      throw refusal(
          expected.name(),
          "differs from its SHA-256 in " + FolderFormat.DESCRIPTION + kind.remedy());
    }
  }

  /** Refuses links too: they could lead out of the folder. */
  private void requirePlainFile(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refusal(name, "is missing; expected a " + kind.name() + " folder" + kind.remedy());
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

  /**
   * Reads a JSON file.
   *
   * @throws InputException if it is not JSON, or not of this record
   */
  public <T> T json(String name, Class<T> type) {
    try {
      return StrictJson.read(bytes(name, MOST_TEXT_BYTES), type);
    } catch (JsonProcessingException e) {
      throw refusal(name, e.getOriginalMessage() + place(e), e);
    } catch (IOException e) {
      throw refusal(name, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  /**
   * Reads a file of tensors.
   *
   * @throws InputException if it is not valid, or a number is not finite
   */
  public Map<String, Tensor> tensors(String name) {
    Map<String, Tensor> tensors;
    try {
      tensors = SafeTensors.read(bytes(name, MOST_TENSOR_BYTES));
    } catch (IOException e) {
      throw refusal(name, e.getMessage(), e);
    }
    if (!tensors.values().stream().allMatch(Tensor::isFinite)) {
      throw refusal(name, "holds NaN or infinite numbers");
    }
    return tensors;
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

  /** Returns an error that names a file of this folder, on one line. */
  public InputException refusal(String file, String problem) {
    return new InputException(line(file, problem));
  }

  /** Returns an error that names a file of this folder, on one line. */
  public InputException refusal(String file, @Nullable String problem, Throwable cause) {
    return new InputException(line(file, String.valueOf(problem)), cause);
  }

  private String line(String file, String problem) {
    return folder.resolve(file) + ": " + problem.replaceAll("\\s+", " ");
  }
}
