package lindyn.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lindyn.InputException;

/** Opens logs in whatever format they are; their content tells it, not their name. */
final class LogTables {

  private LogTables() {}

  /**
   * Opens a log.
   *
   * @throws InputException if it cannot be opened or its format cannot be read
   */
  static LogTable open(InputFile file) throws IOException {
    LogBytes bytes = LogBytes.open(file);
    try {
      if (startsWith(bytes.start(), "PK\3\4")) {
        throw file.error("is a ZIP or Excel file, expected CSV text; export the log as CSV");
      }
      return CsvTable.of(file, bytes);
    } catch (IOException | InputException e) {
      bytes.close();
      throw e;
    }
  }

  private static boolean startsWith(byte[] start, String magic) {
    return new String(start, StandardCharsets.ISO_8859_1).startsWith(magic);
  }
}
