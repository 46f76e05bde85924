package lindyn.savedmodel;

import java.nio.file.Path;
import lindyn.data.Rehearsal;
import lindyn.lstm.TrainedLstm;
import lindyn.model.RandomModels;

/** Folders of random models. */
final class SavedModels {

  private SavedModels() {}

  /** Writes a model, with baselines of random trajectories. */
  static void write(TrainedLstm model, Path folder) {
    SavedModelExporter.write(
        model, RandomModels.baselines(model.signals()), Rehearsal.NONE, folder);
  }
}
