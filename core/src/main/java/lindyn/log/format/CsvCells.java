package lindyn.log.format;

import java.util.Arrays;

/** Where the cells of one line lie, counted from the line's start. */
final class CsvCells {

  private int count;
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  /** What the quotes of a line are like. */
  enum Quotes {
    /** Each is closed, and a comma or the line's end follows. */
    CLOSED,
    /** One is not closed in the line. */
    OPEN,
    /** Text follows behind a closing one. */
    FOLLOWED
  }

  int count() {
    return count;
  }

  int start(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return ends[cell];
  }

  void clear() {
    count = 0;
  }

  void add(int from, int to) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = from;
    ends[count] = to;
    count++;
  }

  static boolean isSpace(byte b) {
    return b <= ' ' && b >= 0;
  }

  /** Cuts a line with quotes into cells, and takes the quotes out of its text. */
  Quotes cutQuoted(byte[] text, int start, int length) {
    count = 0;
    int end = start + length;
    int at = start;
    while (at <= end) {
      int first = skipSpaces(text, at, end);
      if (first < end && text[first] == '"') {
        at = cutQuotedCell(text, start, first + 1, end);
        if (at < 0) {
          return Quotes.OPEN;
        }
        at = skipSpaces(text, at, end);
        if (at < end && text[at] != ',') {
          return Quotes.FOLLOWED;
        }
      } else {
        int from = at;
        while (at < end && text[at] != ',') {
          at++;
        }
        add(from - start, at - start);
      }
      at++;
    }
    return Quotes.CLOSED;
  }

  private static int skipSpaces(byte[] text, int from, int end) {
    int at = from;
    while (at < end && isSpace(text[at])) {
      at++;
    }
    return at;
  }

  /** Unquotes in place, since text only becomes shorter; returns what follows, or -1 if open. */
  private int cutQuotedCell(byte[] text, int start, int from, int end) {
    int written = from;
    int at = from;
    while (at < end) {
      boolean isQuote = text[at] == '"';
      boolean isDoubled = isQuote && at + 1 < end && text[at + 1] == '"';
      if (isQuote && !isDoubled) {
        add(from - start, written - start);
        return at + 1;
      }
      text[written] = text[at];
      written++;
      at += isDoubled ? 2 : 1;
    }
    return -1;
  }
}
