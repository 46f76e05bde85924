package lindyn.cli;

import java.nio.file.Path;
import java.util.Optional;
import lindyn.Provenance;
import lindyn.eval.Baselines;
import lindyn.gp.model.GpFolder;
import lindyn.gp.model.GpInverseDynamics;
import lindyn.linear.RigidBodyModel;

/**
 * A Gaussian-process model.
 *
 * @param folder its folder
 * @param model its plain data, which predict
 */
record StoredProcess(Path folder, GpInverseDynamics model) implements StoredModel {

  static StoredProcess open(Path folder) {
    return new StoredProcess(folder, GpFolder.read(folder));
  }

  @Override
  public String name() {
    return TrainedProcess.name(model.config());
  }

  @Override
  public Optional<RigidBodyModel> base() {
    return model.mean();
  }

  @Override
  public Provenance provenance() {
    return model.provenance();
  }

  @Override
  public Baselines baselines() {
    return GpFolder.readBaselines(folder);
  }

  @Override
  public void close() {
    // Plain data need no closing.
  }
}
