package lindyn.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** JSON as bytes. */
final class JsonText {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // to refuse NaN with its place
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // always the shortest text
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // they come from outside
          .build();

  private JsonText() {}

  /** The members of an object. */
  @FunctionalInterface
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  /** Returns an object in UTF-8. */
  static byte[] object(Members members) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  static void writeNumbers(JsonGenerator json, float[] numbers) throws IOException {
    json.writeStartArray();
    for (float number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  static JsonParser parser(byte[] json) throws IOException {
    return FACTORY.createParser(json);
  }
}
