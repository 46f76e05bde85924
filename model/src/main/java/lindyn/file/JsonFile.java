package lindyn.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import lindyn.InputException;

/** Reads files with one JSON object that people write. */
public final class JsonFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonFile() {}

  /**
   * Returns a file's object.
   *
   * @param expected ends an error's text, such as {@code expected {"train": [ids]}}
   * @throws InputException if it cannot be read or holds something else
   */
  public static JsonNode read(InputFile file, String expected) {
    JsonNode root = parse(file, expected);
    if (!root.isObject()) {
      throw file.error(1, "holds no JSON object; " + expected);
    }
    return root;
  }

  private static JsonNode parse(InputFile file, String expected) {
    try (InputStream stream = file.open()) {
      return JSON.readTree(stream);
    } catch (JsonProcessingException e) {
      throw refusal(file, expected, e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /** Returns the error of a file that is not JSON. */
  public static InputException refusal(
      InputFile file, String expected, JsonProcessingException cause) {
    int line = cause.getLocation() == null ? 1 : cause.getLocation().getLineNr();
    String reason = // without what says where Jackson read it from
        cause.getOriginalMessage().lines().findFirst().orElse("").replaceFirst(" \\(start.*", "");
    return file.error(line, "is not JSON (" + reason + "); " + expected, cause);
  }
}
