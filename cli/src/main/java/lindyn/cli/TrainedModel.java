package lindyn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lindyn.InverseDynamicsModel;
import lindyn.Provenance;
import lindyn.eval.Baselines;
import lindyn.linear.RigidBodyModel;
import lindyn.report.Fact;
import lindyn.train.EpochReport;

/** What training returns, whatever the kind of model. */
sealed interface TrainedModel permits TrainedNetwork, TrainedProcess {

  /** Returns the model as it reads after "the". */
  String name();

  /** Returns the model. */
  InverseDynamicsModel model();

  /** Returns the model that this one corrects, if there is one. */
  Optional<RigidBodyModel> base();

  /** Returns the model that this one was before it went on, if it is not a new one. */
  Optional<InverseDynamicsModel> earlier();

  /** Returns where the model comes from. */
  Provenance provenance();

  /** Returns how many numbers a prediction of torques needs, beside offsets and scales. */
  long numbers();

  /** Returns how many samples the model learned from. */
  long samples();

  /** Returns what the model is, in words. */
  String description();

  /** Writes the model's folder. */
  void write(Baselines baselines, Path folder);

  /** Returns the reports of training, if it went in epochs. */
  List<EpochReport> epochs();

  /** Returns how training went, for scripts. */
  ResultJson.Training training();

  /** Returns how training went, in words. */
  List<Fact> facts();
}
