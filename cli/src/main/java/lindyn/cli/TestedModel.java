package lindyn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lindyn.InverseDynamicsModel;
import lindyn.Motion;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.eval.Baselines;
import lindyn.eval.Evaluation;
import lindyn.linear.RigidBodyModel;
import lindyn.report.ModelErrors;
import lindyn.report.TestResults;
import lindyn.report.Trace;

/** A model beside those that it must beat, on trajectories that none of them has seen. */
final class TestedModel {

  /** Trajectories that a report draws. */
  private static final int MOST_TRACES = 6;

  /** Time steps of a trajectory that a report draws. */
  private static final int LONGEST_TRACE = 20_000;

  static final String RIGID_BODY = "rigid-body model";
  static final String BEFORE = "LSTM before";
  private static final String LINEAR = "linear model";
  private static final String MEAN = "mean torque";

  private final Signals signals;
  private final List<Trajectory> test;
  private final Baselines baselines;
  private final List<Trace> traces;
  private final List<ModelErrors> errors = new ArrayList<>();

  TestedModel(String name, InverseDynamicsModel model, List<Trajectory> test, Baselines baselines) {
    signals = model.signals();
    this.test = test;
    this.baselines = baselines;
    traces = test.stream().limit(MOST_TRACES).map(drawn -> trace(model, drawn)).toList();
    add(name, model);
  }

  private static Trace trace(InverseDynamicsModel model, Trajectory whole) {
    int drawn = Math.min(LONGEST_TRACE, whole.timeSteps());
    Motion motion = whole.motion().slice(whole.id(), 0, drawn);
    return new Trace(
        whole.id(), motion.times(), whole.tau().slice(0, drawn), model.predict(motion));
  }

  /** Compares with what the model was before it went on, if it is not a new one. */
  TestedModel against(InverseDynamicsModel earlier) {
    add(BEFORE, earlier);
    return this;
  }

  /** Compares with the base, if there is one, and with the baselines. */
  TestedModel against(Optional<RigidBodyModel> base) {
    base.ifPresent(rigidBody -> add(RIGID_BODY, rigidBody));
    add(LINEAR, baselines.linear());
    add(MEAN, baselines.mean());
    return this;
  }

  private void add(String name, InverseDynamicsModel other) {
    errors.add(new ModelErrors(name, Evaluation.errors(other, test, baselines.torqueVariances())));
  }

  /** Returns the errors of all models, the tested one first. */
  List<ModelErrors> errors() {
    return List.copyOf(errors);
  }

  /** Returns the errors, and measured and predicted torques of the first trajectories. */
  TestResults results() {
    return new TestResults(signals, errors, traces);
  }
}
