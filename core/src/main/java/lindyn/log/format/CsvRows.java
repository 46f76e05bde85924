package lindyn.log.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lindyn.InputException;
import lindyn.file.InputFile;

/**
 * Cuts the UTF-8 text of a CSV file into rows and cells, without making strings of them.
 *
 * <p>Rows end with LF, CR or CRLF; blank ones are skipped. Spaces around cells are not part of
 * them. A cell may stand in quotes, in which a doubled quote is a quote; quotes do not span lines.
 */
final class CsvRows {

  private static final int LONGEST_LINE = 1_000_000;
  private static final int BUFFER = 1 << 18;

  private final InputFile file;
  private final InputStream text;
  private byte[] buffer = new byte[BUFFER];
  private int limit;
  private int start;
  private int length;
  private int following;
  private boolean endedByReturn;
  private boolean hasQuotes;
  private boolean hasForeign;
  private long line;
  private final CsvCells cells = new CsvCells();

  CsvRows(InputFile file, InputStream text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Goes to the next row that is not blank.
   *
   * @return whether there is one
   * @throws InputException if the text is binary, a line endless or a quote left open
   */
  boolean next() throws IOException {
    do {
      if (!nextLine()) {
        return false;
      }
    } while (cells.count() == 1 && isBlank(start, start + length));
    return true;
  }

  /** Returns the line of the current row, from 1. */
  long line() {
    return line;
  }

  /** Returns the number of cells of the current row. */
  int cells() {
    return cells.count();
  }

  /** Returns a cell as text. */
  String text(int cell) {
    int from = firstOf(cell);
    return new String(buffer, from, lastOf(cell, from) - from, StandardCharsets.UTF_8);
  }

  /** Tells whether a cell holds this text in ASCII. */
  boolean holds(int cell, byte[] expected) {
    int from = firstOf(cell);
    return Arrays.equals(buffer, from, lastOf(cell, from), expected, 0, expected.length);
  }

  /** Returns a cell as the nearest float32, or NaN if it holds no decimal number. */
  float toFloat(int cell) {
    int from = firstOf(cell);
    return DecimalBytes.toFloat(buffer, from, lastOf(cell, from));
  }

  /** Returns a cell as the nearest double, or NaN if it holds no decimal number. */
  double toDouble(int cell) {
    int from = firstOf(cell);
    return DecimalBytes.toDouble(buffer, from, lastOf(cell, from));
  }

  private int firstOf(int cell) {
    int from = start + cells.start(cell);
    int to = start + cells.end(cell);
    while (from < to && CsvCells.isSpace(buffer[from])) {
      from++;
    }
    return from;
  }

  private int lastOf(int cell, int from) {
    int to = start + cells.end(cell);
    while (to > from && CsvCells.isSpace(buffer[to - 1])) {
      to--;
    }
    return to;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!CsvCells.isSpace(buffer[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean nextLine() throws IOException {
    start = following;
    if (!startLine()) {
      return false;
    }
    line++;
    cells.clear();
    hasQuotes = false;
    hasForeign = false;
    scanLine();
    if (length > LONGEST_LINE) {
      throw tooLong();
    }
    if (hasForeign) {
      requireUtf8();
    }
    if (hasQuotes) {
      requireClosed(cells.cutQuoted(buffer, start, length));
    }
    return true;
  }

  /** Skips the LF of a CRLF; tells whether there is more text. */
  private boolean startLine() throws IOException {
    if (start == limit && !fill()) {
      return false;
    }
    if (endedByReturn && buffer[start] == '\n') {
      start++;
      endedByReturn = false;
      return start < limit || fill();
    }
    return true;
  }

  /** Finds the end of the line, and of each cell as if there were no quotes. */
  private void scanLine() throws IOException {
    int cell = 0;
    int at = 0;
    while (true) {
      at = skipPlain(at);
      if (start + at == limit) {
        if (fill()) {
          continue;
        }
        endLine(cell, at, at);
        return;
      }
      byte found = buffer[start + at];
      if (found == ',') {
        cells.add(cell, at);
        cell = at + 1;
      } else if (found == '\n' || found == '\r') {
        endLine(cell, at, at + 1);
        endedByReturn = found == '\r';
        return;
      } else {
        note(found);
      }
      at++;
    }
  }

  /** Returns the first place from {@code at} on with a character that may have a meaning. */
  private int skipPlain(int at) {
    byte[] bytes = buffer;
    int end = limit;
    int i = start + at;
    while (i < end && bytes[i] > ',') {
      i++;
    }
    return i - start;
  }

  private void note(byte found) {
    if (found == '"') {
      hasQuotes = true;
    } else if (found < 0) {
      hasForeign = true;
    } else if (found == 0) {
      throw binary("a NUL byte");
    }
  }

  private void endLine(int cell, int at, int next) {
    cells.add(cell, at);
    length = at;
    following = start + next;
    endedByReturn = false;
  }

  /** Reads more text behind the current line, which moves to the front of the buffer. */
  private boolean fill() throws IOException {
    int kept = limit - start;
    if (kept > LONGEST_LINE) {
      throw tooLong();
    }
    byte[] target = kept > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
    System.arraycopy(buffer, start, target, 0, kept);
    buffer = target;
    start = 0;
    limit = kept;
    int count = text.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, count);
    return count > 0;
  }

  private void requireClosed(CsvCells.Quotes quotes) {
    switch (quotes) {
      case CLOSED -> {}
      case OPEN ->
          throw file.error(line, "found an opening quote without a closing one; close or drop it");
      case FOLLOWED ->
          throw file.error(
              line,
              "found text after a closing quote, expected a comma; drop the quotes or double them");
    }
  }

  private void requireUtf8() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, start, length));
    } catch (CharacterCodingException e) {
      throw binary("bytes that are not UTF-8");
    }
  }

  private InputException binary(String found) {
    return file.error(line, "found " + found + ", expected UTF-8 text; save the log as UTF-8 CSV");
  }

  private InputException tooLong() {
    return file.error(
        line,
        "line is longer than "
            + LONGEST_LINE
            + " characters, expected one row of numbers; is this a log?");
  }
}
