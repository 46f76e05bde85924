package lindyn.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import lindyn.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What a run is: the contents of {@code run.json}, enough to repeat it, or to go on after an
 * interruption.
 *
 * @param versions the software
 * @param invocation the command
 * @param execution how the software ran
 * @param sources the logs
 * @param configuration every setting, as any record; its components become the keys
 * @param results what came out, as any record; NaN and infinite numbers become null. Null until the
 *     run is finished
 */
public record RunManifest(
    Versions versions,
    Invocation invocation,
    Execution execution,
    List<Provenance.Source> sources,
    Object configuration,
    @Nullable Object results) {

  /** Name of the file in a run's folder. */
  public static final String FILE = "run.json";

  /** Copies the list. */
  public RunManifest {
    sources = List.copyOf(sources);
  }

  /**
   * How a run was executed.
   *
   * @param device device of the numerics
   * @param threads threads of the numerics
   * @param seed seed of weights, split and batch order
   * @param details what else there is to say of a kind of model, as any record; its components
   *     become keys beside these. Null if there is nothing
   */
  public record Execution(
      String device, int threads, long seed, @JsonUnwrapped @Nullable Object details) {

    /** Has no details. */
    public Execution(String device, int threads, long seed) {
      this(device, threads, seed, null);
    }
  }

  /**
   * Writes the manifest as JSON into a run's folder, replacing the file in one step.
   *
   * @throws UncheckedIOException if it cannot be written; an existing file is left as it was
   * @throws IllegalArgumentException if configuration or results cannot become JSON
   */
  public void write(Path folder) {
    AtomicFile.write(folder.resolve(FILE), Json.text(this) + "\n");
  }
}
