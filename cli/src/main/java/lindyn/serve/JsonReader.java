package lindyn.serve;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's JSON, token by token, so that nothing of it is built that nobody asked for. What
 * differs from what is expected is refused with its place, such as {@code motion[3][0]}.
 *
 * <p>Each method but {@link #readObject} reads the value that begins at the current token.
 */
final class JsonReader implements AutoCloseable {

  private static final int MOST_SHOWN = 40;

  private final JsonParser parser;

  JsonReader(byte[] json) throws IOException {
    parser = JsonText.parser(json);
  }

  /** Reads the member that has a name. */
  @FunctionalInterface
  interface Members {
    void read(String name) throws IOException;
  }

  /** Reads the next element. */
  @FunctionalInterface
  interface Elements {
    void read() throws IOException;
  }

  /**
   * Reads the one object that the JSON consists of.
   *
   * @throws RefusedRequestException if there is something else, or something behind it
   * @throws IOException if it is not JSON
   */
  void readObject(Members members) throws IOException {
    require(parser.nextToken() == JsonToken.START_OBJECT, "an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.read(name);
    }
    if (parser.nextToken() != null) {
      throw RefusedRequestException.badRequest("there is more behind the JSON object");
    }
  }

  /** Reads an array. */
  void readArray(Elements elements) throws IOException {
    require(parser.currentToken() == JsonToken.START_ARRAY, "an array");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.read();
    }
  }

  /** Reads an array of as many numbers, all within float32's range. */
  void readNumbers(float[] target, int offset, int count) throws IOException {
    require(parser.currentToken() == JsonToken.START_ARRAY, "an array of " + count + " numbers");
    int found = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      float number = number();
      if (found < count) {
        target[offset + found] = number;
      }
      found++;
    }
    if (found != count) {
      throw RefusedRequestException.badRequest(
          place() + " has " + found + " numbers, expected " + count);
    }
  }

  private float number() throws IOException {
    require(isNumber(parser.currentToken()), "a number");
    float number = parser.getFloatValue();
    require(Float.isFinite(number), "a number within float32's range");
    return number;
  }

  private static boolean isNumber(@Nullable JsonToken token) {
    return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
  }

  /** Reads a text. */
  String text() throws IOException {
    require(parser.currentToken() == JsonToken.VALUE_STRING, "a string");
    return parser.getText();
  }

  /** Reads an array of texts. */
  List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    readArray(() -> texts.add(text()));
    return texts;
  }

  /** Reads true or false. */
  boolean isTrue() throws IOException {
    JsonToken token = parser.currentToken();
    require(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, "true or false");
    return token == JsonToken.VALUE_TRUE;
  }

  /** Returns what is said of a member that nobody reads. */
  RefusedRequestException unknown(String name, String known) {
    return RefusedRequestException.badRequest(
        "there is no member \"" + shown(name) + "\", only " + known);
  }

  /** Returns where the current value is. */
  String place() {
    return place(parser.getParsingContext());
  }

  private static String place(@Nullable JsonStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    String outer = place(context.getParent());
    if (context.inArray()) {
      return context.hasCurrentIndex() ? outer + "[" + context.getCurrentIndex() + "]" : outer;
    }
    return context.hasCurrentName() ? outer + context.getCurrentName() : outer;
  }

  private void require(boolean isExpected, String expected) throws IOException {
    if (!isExpected) {
      String place = place();
      throw RefusedRequestException.badRequest(
          (place.isEmpty() ? "the body" : place) + " is " + found() + ", expected " + expected);
    }
  }

  private String found() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "empty";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the string \"" + shown(parser.getText()) + "\"";
      default -> shown(parser.getText());
    };
  }

  private static String shown(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
