package lindyn.cli;

import java.nio.file.Path;
import java.util.Optional;
import lindyn.Provenance;
import lindyn.eval.Baselines;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.TrainedLstm;
import lindyn.model.ModelFolder;
import lindyn.savedmodel.SavedModelPredictor;

/**
 * An LSTM, which predicts with its SavedModel.
 *
 * @param folder its folder
 * @param trained its plain data
 * @param model its SavedModel
 */
record StoredNetwork(Path folder, TrainedLstm trained, SavedModelPredictor model)
    implements StoredModel {

  static StoredNetwork open(Path folder) {
    return new StoredNetwork(folder, ModelFolder.read(folder), SavedModelPredictor.open(folder));
  }

  @Override
  public String name() {
    return TrainedNetwork.NAME;
  }

  @Override
  public Optional<RigidBodyModel> base() {
    return trained.base();
  }

  @Override
  public Provenance provenance() {
    return trained.provenance();
  }

  @Override
  public Baselines baselines() {
    return ModelFolder.readBaselines(folder);
  }

  @Override
  public void close() {
    model.close();
  }
}
