package lindyn.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new FiniteOrNull())
                  .addSerializer(double.class, new FiniteOrNull()))
          .build();

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
    byte[] json = json();
    Path target = file.toAbsolutePath();
    Path staging = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      replace(target, staging, json);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + " (" + e.getMessage() + ")", e);
    }
  }

  private static void replace(Path target, Path staging, byte[] content) throws IOException {
    try {
      Files.write(staging, content);
      Files.move(
          staging, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(staging);
    }
  }

  private byte[] json() {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (IOException e) {
      throw new IllegalArgumentException("the run cannot be written as JSON", e);
    }
  }

  /** JSON has no NaN; as text it would break readers that expect a number. */
  private static final class FiniteOrNull extends StdSerializer<Double> {

    private static final long serialVersionUID = 1L;

    FiniteOrNull() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
