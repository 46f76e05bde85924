package lindyn.log.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lindyn.InputException;
import lindyn.file.InputFile;

/** Opens logs in NumPy's .npz format, a ZIP archive of arrays. */
final class NpzTable {

  private static final int MOST_VARIABLES = 10_000;

  private NpzTable() {}

  /**
   * Reads the headers of all arrays; their rows are read as streams, in constant memory.
   *
   * @throws InputException if it is another ZIP archive or damaged
   */
  static LogTable open(InputFile file) throws IOException {
    ZipFile archive = archive(file);
    try {
      List<NpyVariable> variables = new ArrayList<>();
      for (ZipEntry entry : entries(file, archive)) {
        variables.add(NpyVariable.open(file, archive, entry));
      }
      return new VariableTable(file, variables, archive);
    } catch (IOException e) {
      archive.close();
      throw file.error(
          "is a damaged .npz file (" + DamageReason.of(e) + "); copy or save it again", e);
    } catch (InputException e) {
      archive.close();
      throw e;
    }
  }

  private static ZipFile archive(InputFile file) throws IOException {
    try {
      return new ZipFile(file.path().toFile());
    } catch (ZipException e) {
      throw file.error(
          "is a ZIP file that cannot be opened ("
              + DamageReason.of(e)
              + "): an .npz that was cut, or an Excel file; save or copy the .npz again, or export"
              + " the table as CSV",
          e);
    }
  }

  private static List<ZipEntry> entries(InputFile file, ZipFile archive) {
    List<ZipEntry> arrays =
        archive.stream()
            .filter(entry -> entry.getName().endsWith(NpyVariable.ENDING))
            .limit(MOST_VARIABLES)
            .map(ZipEntry.class::cast)
            .toList();
    if (arrays.isEmpty()) {
      throw file.error("is a ZIP or Excel file, expected CSV text or .npz; export the log as CSV");
    }
    return arrays;
  }
}
