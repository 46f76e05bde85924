package lindyn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import lindyn.InputException;
import lindyn.folder.FolderFormat;
import lindyn.folder.StoredFile;
import lindyn.gp.model.GpFolder;
import lindyn.lstm.TrainedLstm;
import lindyn.model.ModelFolder;
import lindyn.train.Continuation;

/**
 * A stored model that learns from further logs.
 *
 * @param folder its folder
 * @param sha256 of its description, which holds the hashes of all other files
 * @param continuation what it begins with
 */
record ContinuedModel(Path folder, String sha256, Continuation continuation) {

  /**
   * Reads a model after checking every file of it.
   *
   * @param share part of each batch that is old data
   * @throws InputException if it is no LSTM, or a file is missing or was changed
   */
  static ContinuedModel read(Path folder, double share) {
    if (GpFolder.isAt(folder)) {
      throw new InputException(
          folder + ": is a Gaussian process, --continue needs an LSTM; train it on all logs anew");
    }
    TrainedLstm model = ModelFolder.read(folder);
    return new ContinuedModel(
        folder, sha256(folder), new Continuation(model, ModelFolder.readRehearsal(folder), share));
  }

  private static String sha256(Path folder) {
    try {
      return StoredFile.of(folder.resolve(FolderFormat.DESCRIPTION)).sha256();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + " (" + e + ")", e);
    }
  }

  /**
   * What run.json keeps.
   *
   * @param model the model's folder
   * @param sha256 of its description
   * @param rehearsalShare part of each batch that is old data
   */
  record Configuration(String model, String sha256, double rehearsalShare) {}

  Configuration configuration() {
    return new Configuration(folder.toString().replace('\\', '/'), sha256, continuation.share());
  }
}
