package lindyn.log.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import lindyn.InputException;
import lindyn.file.InputFile;

/** Opens logs in whatever format they are; their content tells it, not their name. */
public final class LogTables {

  private static final String ZIP = "PK\3\4";
  private static final String HDF5 = "\u0089HDF\r\n\u001a\n";
  private static final String MAT = "MATLAB 5.0 MAT-file";
  private static final String MAT_7_3 = "MATLAB 7.3 MAT-file";
  private static final String PARQUET = "PAR1";

  private LogTables() {}

  /**
   * Opens a log.
   *
   * @throws InputException if it cannot be opened or its format cannot be read
   */
  public static LogTable open(InputFile file) throws IOException {
    LogBytes bytes = LogBytes.open(file);
    try {
      String start = new String(bytes.start(), StandardCharsets.ISO_8859_1);
      if (isText(file, start)) {
        return CsvTable.of(file, bytes);
      }
      bytes.close();
      return openBinary(file, start);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static boolean isText(InputFile file, String start) {
    if (start.startsWith(NpyHeader.MAGIC)) {
      throw file.error(
          "is a single NumPy array, expected named arrays; save them with"
              + " numpy.savez(\"log.npz\", t=t, q=q, qd=qd, qdd=qdd, tau=tau)");
    }
    if (start.startsWith(HDF5) || start.startsWith(MAT_7_3)) {
      throw file.error(
          "is an HDF5 file or a MATLAB file of version 7.3, expected version 5 to 7; save it in"
              + " MATLAB with save(\"log.mat\", ..., \"-v7\")");
    }
    return !start.startsWith(ZIP) && !start.startsWith(MAT) && !start.startsWith(PARQUET);
  }

  private static LogTable openBinary(InputFile file, String start) throws IOException {
    if (!Files.isRegularFile(file.path())) {
      throw file.error("is no regular file; of pipes only CSV can be read: save the log in a file");
    }
    if (start.startsWith(ZIP)) {
      return NpzTable.open(file);
    }
    return start.startsWith(MAT) ? MatTable.open(file) : ParquetTable.open(file);
  }
}
