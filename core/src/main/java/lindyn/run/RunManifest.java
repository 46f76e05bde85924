package lindyn.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import lindyn.Provenance;

/**
 * What a run was: the contents of {@code run.json}, enough to repeat it.
 *
 * @param versions the software
 * @param execution how the software ran
 * @param sources the logs
 * @param configuration every setting, as any record; its components become the keys
 * @param results what came out, as any record; NaN and infinite numbers become null
 */
public record RunManifest(
    Versions versions,
    Execution execution,
    List<Provenance.Source> sources,
    Object configuration,
    Object results) {

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
   */
  public record Execution(String device, int threads, long seed) {}

  /**
   * Writes the manifest as JSON, replacing a file in one step.
   *
   * @throws UncheckedIOException if it cannot be written; an existing file is left as it was
   * @throws IllegalArgumentException if configuration or results cannot become JSON
   */
  public void write(Path file) {
    AtomicFile.write(file, Json.text(this) + "\n");
  }
}
