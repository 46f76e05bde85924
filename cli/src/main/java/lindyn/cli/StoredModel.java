package lindyn.cli;

import java.nio.file.Path;
import java.util.Optional;
import lindyn.InverseDynamicsModel;
import lindyn.Provenance;
import lindyn.eval.Baselines;
import lindyn.gp.model.GpFolder;
import lindyn.linear.RigidBodyModel;

/** A model folder, open for prediction. */
sealed interface StoredModel extends AutoCloseable permits StoredNetwork, StoredProcess {

  /**
   * Opens a model folder of any kind, after checking every file of it.
   *
   * @throws lindyn.InputException if a file is missing or differs from what was written
   */
  static StoredModel open(Path folder) {
    return GpFolder.isAt(folder) ? StoredProcess.open(folder) : StoredNetwork.open(folder);
  }

  /** Returns the model as it reads after "the". */
  String name();

  /** Returns the model. */
  InverseDynamicsModel model();

  /** Returns the model that this one corrects, if there is one. */
  Optional<RigidBodyModel> base();

  /** Returns where the model comes from. */
  Provenance provenance();

  /** Returns what it is measured against. */
  Baselines baselines();

  @Override
  void close();
}
