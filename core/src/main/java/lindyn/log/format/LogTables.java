package lindyn.log.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import lindyn.InputException;
import lindyn.file.InputFile;

/** Opens logs in whatever format they are; their content tells it, not their name. */
public final class LogTables {

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
      FileKind.beforeCut(start)
          .ifPresent(
              kind -> {
                throw file.error(
                    "is cut: it ends within the first bytes of "
                        + kind.noun()
                        + "; copy or save it again");
              });
      FileKind kind = FileKind.of(start);
      if (kind == FileKind.TEXT || kind == FileKind.GZIP) {
        return CsvTable.of(file, bytes);
      }
      bytes.close();
      return openBinary(file, kind);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static LogTable openBinary(InputFile file, FileKind kind) throws IOException {
    boolean isRead = kind == FileKind.NPZ || kind == FileKind.MAT || kind == FileKind.PARQUET;
    if (isRead && !Files.isRegularFile(file.path())) {
      throw file.error("is no regular file; of pipes only CSV can be read: save the log in a file");
    }
    return switch (kind) {
      case NPZ -> NpzTable.open(file);
      case MAT -> MatTable.open(file);
      case PARQUET -> ParquetTable.open(file);
      default -> throw file.error(refusal(kind));
    };
  }

  private static String refusal(FileKind kind) {
    return switch (kind) {
      case NPY ->
          "is a single NumPy array, expected named arrays; save them with"
              + " numpy.savez(\"log.npz\", t=t, q=q, qd=qd, qdd=qdd, tau=tau)";
      case HDF5, MAT_7_3 ->
          "is an HDF5 file or a MATLAB file of version 7.3, expected version 5 to 7; save it in"
              + " MATLAB with save(\"log.mat\", ..., \"-v7\")";
      case MAT_4 ->
          "is a MATLAB file of version 4, expected version 5 to 7; save it in MATLAB with"
              + " save(\"log.mat\", ..., \"-v7\"), or in SciPy with savemat(..., format=\"5\")";
      default ->
          "is "
              + kind.noun()
              + ", and of packed logs only gzip can be read; unpack it, or pack it with gzip";
    };
  }
}
