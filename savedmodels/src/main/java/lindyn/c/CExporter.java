package lindyn.c;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lindyn.InputException;
import lindyn.folder.StagedFolder;
import lindyn.lstm.TrainedLstm;

/**
 * Writes a trained network as one C99 source and its header, which need nothing but the
 * mathematical library: weights and scaling as constants, and the arithmetic of {@link
 * lindyn.lstm.StepPredictor}.
 */
public final class CExporter {

  static final String HEADER = "lindyn_model.h";
  static final String SOURCE = "lindyn_model.c";

  private CExporter() {}

  /**
   * Writes the two files, in ASCII; their folder appears complete or not at all.
   *
   * @param folder a folder that does not exist; its parents are made
   * @throws InputException if the folder exists
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(TrainedLstm model, Path folder) {
    StagedFolder.create(
        folder,
        staging -> {
          Files.writeString(
              staging.resolve(HEADER), new CHeader(model).text(), StandardCharsets.US_ASCII);
          writeSource(model, staging.resolve(SOURCE));
        });
  }

  private static void writeSource(TrainedLstm model, Path file) throws IOException {
    try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      new CSource(model, new CTables(text)).write();
    }
  }
}
