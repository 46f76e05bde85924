package lindyn.log.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lindyn.InputException;
import lindyn.file.InputFile;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** Opens logs in MATLAB's .mat format, versions 5 to 7. They are read into memory as a whole. */
final class MatTable {

  private static final int DEEPEST_STRUCT = 16;

  private MatTable() {}

  /**
   * Reads all variables.
   *
   * @throws InputException if the file is damaged or does not fit into memory
   */
  static LogTable open(InputFile file) throws IOException {
    MatFile content = content(file);
    try {
      List<MatVariable> variables = new ArrayList<>();
      for (MatFile.Entry entry : content.getEntries()) {
        add(entry.getName(), entry.getValue(), DEEPEST_STRUCT, variables);
      }
      requireVariables(file, variables);
      return new VariableTable(file, variables, content);
    } catch (InputException e) {
      content.close();
      throw e;
    } catch (RuntimeException e) {
      content.close();
      throw damaged(file, e);
    }
  }

  private static MatFile content(InputFile file) {
    try (Source source = Sources.openFile(file.path().toFile())) {
      return Mat5.newReader(source).disableSubsystemProcessing().readMat();
    } catch (IOException | RuntimeException e) { // the library fails in many ways
      throw damaged(file, e);
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw file.doesNotFit(e);
    }
  }

  private static void requireVariables(InputFile file, List<MatVariable> variables) {
    if (variables.isEmpty()) {
      throw file.error(
          "is a MATLAB file without variables; is it cut? "
              + StandardColumns.EXPECTED_VARIABLES
              + "; copy it again, or save it again with save(\"log.mat\", ..., \"-v7\")");
    }
  }

  private static InputException damaged(InputFile file, Exception cause) {
    return file.error(
        "is a damaged MATLAB file ("
            + DamageReason.of(cause)
            + "); save it again with save(\"log.mat\", ..., \"-v7\")",
        cause);
  }

  private static void add(String name, Array array, int depth, List<MatVariable> variables) {
    if (array instanceof Struct struct && struct.getNumElements() == 1 && depth > 0) {
      for (String field : struct.getFieldNames()) {
        add(name + "." + field, struct.get(field), depth - 1, variables);
      }
    } else {
      variables.add(new MatVariable(name, array));
    }
  }
}
