package lindyn.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.folder.FolderFormat;
import lindyn.folder.SafeTensors;
import lindyn.folder.StagedFolder;
import lindyn.folder.Tensor;
import lindyn.folder.VerifiedFolder;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one run: folders with rising numbers, of which the last two are kept. Each
 * appears complete or not at all, and is found out if a bit of it has changed since. Used by one
 * process at a time.
 */
public final class Checkpoints {

  private static final String NUMBERS = "numbers.safetensors";
  private static final FolderFormat FORMAT =
      new FolderFormat(
          CheckpointDescription.FORMAT, CheckpointDescription.VERSION, List.of(NUMBERS));
  private static final VerifiedFolder.Kind KIND = new VerifiedFolder.Kind("checkpoint", "");

  private final Path folder;
  private @Nullable Path lastGood;

  /** Takes a folder, which need not exist. */
  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the last checkpoint that is undamaged, if there is any checkpoint.
   *
   * @param warnings hears of damaged ones that are passed over, a line each
   * @throws InputException if all checkpoints are damaged
   */
  public Optional<Checkpoint> last(Consumer<String> warnings) {
    List<Path> newestFirst = saved();
    for (Path saved : newestFirst) {
      try {
        Checkpoint checkpoint = read(saved);
        lastGood = saved;
        return Optional.of(checkpoint);
      } catch (InputException e) {
        warnings.accept("damaged checkpoint passed over: " + e.getMessage());
      }
    }
    if (newestFirst.isEmpty()) {
      return Optional.empty();
    }
    throw new InputException(
        folder + ": all checkpoints are damaged, nothing to go on from; train again");
  }

  /**
   * Saves a checkpoint, and removes all but the last good one before it.
   *
   * @throws UncheckedIOException if it cannot be written; then those before it are left
   */
  public void save(Checkpoint checkpoint) {
    List<Path> before = saved();
    int number = before.isEmpty() ? 1 : number(before.get(0)) + 1;
    Path target = folder.resolve(String.format(Locale.ROOT, "%08d", number));
    Map<String, Tensor> tensors = CheckpointTensors.of(checkpoint);
    FORMAT.write(
        target,
        staging -> Files.write(staging.resolve(NUMBERS), SafeTensors.bytes(tensors)),
        files -> CheckpointDescription.of(checkpoint, files));
    before.stream().filter(old -> !old.equals(lastGood)).forEach(StagedFolder::remove);
    lastGood = target;
  }

  private static Checkpoint read(Path saved) {
    var verified = new VerifiedFolder(saved, KIND);
    CheckpointDescription description = verified.verified(FORMAT, CheckpointDescription.class);
    Map<String, Tensor> tensors = verified.tensors(NUMBERS);
    try {
      return description.checkpoint(
          CheckpointTensors.weights(description.shape(), description.slots(), tensors),
          CheckpointTensors.carried(tensors));
    } catch (IllegalArgumentException e) {
      throw verified.refusal(NUMBERS, e.getMessage(), e);
    }
  }

  /** The newest first. */
  private List<Path> saved() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().matches("\\d{8}"))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder + " (" + e + ")", e);
    }
  }

  private static int number(Path saved) {
    return Integer.parseInt(saved.getFileName().toString());
  }
}
