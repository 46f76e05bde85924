package lindyn.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lindyn.InputException;

/**
 * A kind of folder: {@code lindyn.json} describes it and holds size and SHA-256 of every other
 * file, and {@code lindyn.json.sha256} its own in the form that {@code sha256sum -c} reads, so a
 * changed bit anywhere is found.
 *
 * @param name the value of {@code format} in the description
 * @param version the value of {@code formatVersion} in the description
 * @param files names of the files that the description lists
 * @param optional names of files that it may list behind them, and that may be taken away
 */
public record FolderFormat(String name, int version, List<String> files, List<String> optional) {

  /** The file that describes the folder. */
  public static final String DESCRIPTION = "lindyn.json";

  /** The file with the description's hash. */
  public static final String DESCRIPTION_HASH = "lindyn.json.sha256";

  /** Copies the lists. */
  public FolderFormat {
    files = List.copyOf(files);
    optional = List.copyOf(optional);
  }

  /** Takes a format without optional files. */
  public FolderFormat(String name, int version, List<String> files) {
    this(name, version, files, List.of());
  }

  /** Tells whether a description may list these files. */
  boolean allows(List<String> names) {
    List<String> expected = new ArrayList<>(files);
    optional.stream().filter(names::contains).forEach(expected::add);
    return names.equals(expected);
  }

  /**
   * Writes a folder; it appears complete or not at all.
   *
   * @param folder does not exist; its parents are made
   * @param content writes all files but the description; optional ones if it wants
   * @param describe returns the description of the written files
   * @throws InputException if the folder exists
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(
      Path folder,
      StagedFolder.Content content,
      Function<List<StoredFile>, FolderDescription> describe) {
    StagedFolder.create(
        folder,
        staging -> {
          content.writeInto(staging);
          writeDescription(staging, describe);
        });
  }

  private void writeDescription(Path folder, Function<List<StoredFile>, FolderDescription> describe)
      throws IOException {
    List<StoredFile> stored = new ArrayList<>();
    for (String file : files) {
      stored.add(StoredFile.of(folder.resolve(file)));
    }
    for (String file : optional) {
      if (Files.exists(folder.resolve(file))) {
        stored.add(StoredFile.of(folder.resolve(file)));
      }
    }
    Path description = folder.resolve(DESCRIPTION);
    String json =
        StrictJson.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(describe.apply(stored));
    Files.writeString(description, json + "\n");
    Files.writeString(folder.resolve(DESCRIPTION_HASH), hashLine(StoredFile.of(description)));
  }

  /** Returns what the file with the description's hash holds. */
  public static String hashLine(StoredFile description) {
    return description.sha256() + "  " + description.name() + "\n";
  }
}
