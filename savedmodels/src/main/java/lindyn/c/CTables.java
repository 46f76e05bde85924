package lindyn.c;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lindyn.FloatMatrix;

/**
 * Writes constants of C, one after the other.
 *
 * @param text receives them
 */
record CTables(Appendable text) {

  private static final int NUMBERS_PER_LINE = 5;

  /** Writes text as it is. */
  void verbatim(String code) throws IOException {
    text.append(code);
  }

  /** Defines a macro. */
  void define(String name, Object value) throws IOException {
    text.append("#define " + name + " " + value + "\n");
  }

  /** Writes an array of numbers. */
  void floats(String name, float[] numbers) throws IOException {
    array(
        "static const float " + name,
        numbers.length,
        NUMBERS_PER_LINE,
        i -> CLiteral.of(numbers[i]));
  }

  /** Writes the numbers of a matrix, row by row. */
  void matrix(String name, FloatMatrix matrix) throws IOException {
    floats(name, matrix.toArray());
  }

  /** Writes an array of texts that other files see. */
  void texts(String name, List<String> texts) throws IOException {
    array("const char *const " + name, texts.size(), 1, i -> CLiteral.of(texts.get(i)));
  }

  /**
   * Writes an array of structures.
   *
   * @param declaration type and name
   * @param rows what stands between each one's braces
   */
  void rows(String declaration, List<String> rows) throws IOException {
    array("static const " + declaration, rows.size(), 1, i -> "{" + rows.get(i) + "}");
  }

  private void array(String declaration, int length, int perLine, IntFunction<String> element)
      throws IOException {
    text.append(declaration + "[" + length + "] = {\n");
    for (int first = 0; first < length; first += perLine) {
      text.append(
          IntStream.range(first, Math.min(length, first + perLine))
              .mapToObj(element)
              .collect(Collectors.joining(", ", "    ", ",\n")));
    }
    text.append("};\n\n");
  }
}
