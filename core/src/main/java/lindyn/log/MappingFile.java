package lindyn.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lindyn.InputException;
import lindyn.file.InputFile;

/** Reads the entries of a mapping from a YAML or JSON file. */
final class MappingFile {

  private static final String EXPECTED =
      ", expected a line SOURCE: TARGET[:UNIT] per column, such as position: q or stamp: t:ms";

  private static final YAMLFactory YAML = new YAMLFactory();

  private final InputFile file;
  private final String text;
  private final List<ColumnMapping.Entry> entries = new ArrayList<>();

  private MappingFile(InputFile file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads an object of sources and targets.
   *
   * @throws InputException if the file cannot be read or is not such an object
   */
  static ColumnMapping read(InputFile file) {
    try (InputStream bytes = file.open()) {
      var mapping = new MappingFile(file, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
      mapping.parse();
      return mapping.checked();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private void parse() throws IOException {
    try (JsonParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw file.error(
            line(parser), "found " + (first == null ? "nothing" : name(first)) + EXPECTED);
      }
      Set<String> sources = new HashSet<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String source = parser.currentName();
        if (!sources.add(source)) {
          throw file.error(
              line(parser),
              "found source " + InputFile.quoted(source) + " twice, expected each once; drop one");
        }
        add(source, parser);
      }
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String found = text.lines().skip(line - 1).findFirst().orElse("").strip();
      throw file.error(
          line, "found " + InputFile.quoted(found) + ", which is no YAML or JSON" + EXPECTED, e);
    }
  }

  private void add(String source, JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    long line = line(parser);
    if (!token.isScalarValue()) {
      throw file.error(
          line, "source " + InputFile.quoted(source) + " stands before " + name(token) + EXPECTED);
    }
    try {
      String target = token == JsonToken.VALUE_NULL ? "" : parser.getText();
      entries.add(ColumnMapping.Entry.of(source, target));
    } catch (InputException e) {
      throw file.error(line, String.valueOf(e.getMessage()), e);
    }
  }

  private ColumnMapping checked() {
    try {
      return new ColumnMapping(entries);
    } catch (InputException e) {
      throw file.error(String.valueOf(e.getMessage()), e);
    }
  }

  private static long line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private static String name(JsonToken token) {
    return switch (token) {
      case START_ARRAY -> "a list";
      case START_OBJECT -> "a group of lines";
      default -> "a single text";
    };
  }
}
