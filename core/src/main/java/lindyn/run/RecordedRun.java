package lindyn.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lindyn.InputException;
import lindyn.Provenance;

/** A {@link RunManifest} that was written by an earlier process. */
public final class RecordedRun {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final JsonNode manifest;

  private RecordedRun(Path file, JsonNode manifest) {
    this.file = file;
    this.manifest = manifest;
  }

  /**
   * Reads the manifest of a run's folder.
   *
   * @throws InputException if it is no folder of a run
   */
  public static RecordedRun read(Path folder) {
    Path file = folder.resolve(RunManifest.FILE);
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder + ": no such folder, expected that of a run such as runs/arm; check the name");
    }
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          String.format(
              "%s: has no %s, expected the folder of a run such as runs/arm; check the name",
              folder, RunManifest.FILE));
    }
    try {
      return new RecordedRun(file, JSON.readTree(Files.readAllBytes(file)));
    } catch (JsonProcessingException e) {
      throw new InputException(
          file + ": is not JSON, so there is no run to go on with; train again", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read (" + e + ")", e);
    }
  }

  /** Tells whether the run has results. */
  public boolean isFinished() {
    return manifest.path("results").isObject();
  }

  /**
   * Returns the command that started the run.
   *
   * @throws InputException if it is not known
   */
  public Invocation invocation() {
    JsonNode invocation = manifest.path("invocation");
    List<String> arguments = new ArrayList<>();
    invocation.path("arguments").forEach(argument -> arguments.add(argument.asText()));
    if (arguments.isEmpty() || !invocation.path("folder").isTextual()) {
      throw new InputException(
          file + ": does not say which command started the run; train again with this Lindyn");
    }
    return new Invocation(arguments, invocation.path("folder").asText());
  }

  /** Returns the version of TensorFlow that the run began with. */
  public String tensorflowVersion() {
    return manifest.at("/versions/tensorflow").asText();
  }

  /** Returns the device that the run began on. */
  public String device() {
    return manifest.at("/execution/device").asText();
  }

  /**
   * Checks that what the command means now is what it meant then.
   *
   * @param sources the logs now
   * @param configuration every setting now
   * @throws InputException if a log or a setting is not the same
   */
  public void requireSame(List<Provenance.Source> sources, Object configuration) {
    JsonNode logs = tree(sources);
    for (int i = 0; i < logs.size() && i < manifest.path("sources").size(); i++) {
      requireSameLog(manifest.path("sources").path(i), logs.path(i));
    }
    requireSame("sources", manifest.path("sources"), logs);
    requireSame("configuration", manifest.path("configuration"), tree(configuration));
  }

  private static JsonNode tree(Object value) {
    try {
      return JSON.readTree(Json.text(value));
    } catch (IOException e) {
      throw new IllegalStateException("JSON that was just written cannot be read", e);
    }
  }

  private void requireSameLog(JsonNode then, JsonNode now) {
    if (!then.equals(now)) {
      throw new InputException(
          String.format(
              "%s: has changed since the run began: SHA-256 was %s, is %s; restore it, or train"
                  + " again",
              now.path("file").asText(),
              then.path("sha256").asText(),
              now.path("sha256").asText()));
    }
  }

  private void requireSame(String name, JsonNode then, JsonNode now) {
    Optional<String> difference = difference(name, then, now);
    if (difference.isPresent()) {
      throw new InputException(
          String.format(
              "%s: the run began with other settings: %s; restore split and map files and use"
                  + " Lindyn %s, or train again",
              file, difference.get(), manifest.at("/versions/lindyn").asText()));
    }
  }

  /** Names the first place where two trees differ. */
  private static Optional<String> difference(String name, JsonNode then, JsonNode now) {
    if (then.equals(now)) {
      return Optional.empty();
    }
    if (then.isObject() && now.isObject() && then.size() == now.size()) {
      for (Map.Entry<String, JsonNode> entry : then.properties()) {
        Optional<String> inside =
            difference(name + "." + entry.getKey(), entry.getValue(), now.path(entry.getKey()));
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.of(name + " was " + then + ", is " + now);
  }
}
