package lindyn.data;

import java.io.IOException;
import java.io.Reader;
import lindyn.InputException;

/**
 * Refuses what would make a CSV parser fail obscurely or fill the memory: binary data, endless
 * lines, and quotes that are never closed.
 */
final class GuardedReader extends Reader {

  private static final int LONGEST_LINE = 1_000_000;
  private static final char INVALID = '\uFFFD';

  private final InputFile file;
  private final Reader reader;
  private long line = 1;
  private int lineLength;
  private boolean inQuotes;
  private char previous;

  /** Reads text that was decoded with U+FFFD in place of invalid bytes. */
  GuardedReader(InputFile file, Reader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InputException if the text cannot be a log
   */
  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = reader.read(target, offset, length);
    for (int i = offset; i < offset + count; i++) {
      char c = target[i];
      if (c <= '"' || c == INVALID) {
        check(c);
      }
      previous = c;
      lineLength++;
    }
    requireShortLine();
    if (count < 0) {
      requireClosedQuote();
    }
    return count;
  }

  private void check(char c) {
    switch (c) {
      case '\n', '\r' -> endLine(c);
      case '"' -> inQuotes = !inQuotes;
      case '\0' -> throw binary("a NUL byte");
      case INVALID -> throw binary("bytes that are not UTF-8");
      default -> {}
    }
  }

  private void endLine(char c) {
    requireClosedQuote();
    requireShortLine();
    if (c == '\r' || previous != '\r') {
      line++;
    }
    lineLength = 0;
  }

  private void requireShortLine() {
    if (lineLength > LONGEST_LINE) {
      throw file.error(
          line,
          "line is longer than "
              + LONGEST_LINE
              + " characters, expected one row of numbers; is this a log?");
    }
  }

  private void requireClosedQuote() {
    if (inQuotes) {
      throw file.error(line, "found an opening quote without a closing one; close or drop it");
    }
  }

  private InputException binary(String found) {
    return file.error(line, "found " + found + ", expected UTF-8 text; save the log as UTF-8 CSV");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
