package lindyn.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.Standardizer;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.model.RandomModels;

/**
 * A network for the first joints of the simulated arm, and more than 10,000 time steps of it.
 *
 * @param name tells what is special about it
 * @param model random weights, standardisers and base of the arm's data
 * @param trajectories what the arm does
 */
record ArmModel(String name, TrainedLstm model, List<Trajectory> trajectories) {

  private static final int TRIALS = 25;

  /** Both cells, one to three layers, read-out or none, both histories, one to seven joints. */
  static List<ArmModel> all() {
    List<Trajectory> arm = arm();
    List<ArmModel> all = new ArrayList<>();
    for (LstmConfig.Cell cell : LstmConfig.Cell.values()) {
      for (LstmConfig.ReadOut readOut : LstmConfig.ReadOut.values()) {
        for (int layers = 1; layers <= 3; layers++) {
          int joints = 1 + all.size() % 7;
          all.add(of(RandomModels.config(cell, readOut, layers, history(all.size())), joints, arm));
        }
      }
    }
    all.add(of(LstmConfig.RECOMMENDED, 5, arm));
    all.add(of(LstmConfig.RECOMMENDED.withHistory(new History.Window(5)), 7, arm));
    return all;
  }

  private static History history(int number) {
    return number % 2 == 0 ? new History.Stream(20, number) : new History.Window(1 + number);
  }

  private static List<Trajectory> arm() {
    ArmData data = ArmData.of(new ArmSetup(7, ArmSetup.DEFAULT.sensors()), 3, TRIALS);
    return IntStream.range(0, TRIALS).mapToObj(i -> data.trial(i).trajectory()).toList();
  }

  private static ArmModel of(LstmConfig config, int joints, List<Trajectory> arm) {
    List<Trajectory> trajectories = arm.stream().map(t -> firstJoints(t, joints)).toList();
    List<String> names = IntStream.rangeClosed(1, joints).mapToObj(j -> "joint" + j).toList();
    var signals = new Signals(names, List.of(), Signals.NEWTON_METRE, ArmSetup.SAMPLE_PERIOD);
    Optional<RigidBodyModel> base =
        config.base() == LstmConfig.Base.NONE
            ? Optional.empty()
            : Optional.of(RigidBodyModel.fit(signals, trajectories));
    List<JointSeries> inputs = trajectories.stream().map(t -> t.motion().inputSeries()).toList();
    List<JointSeries> tau = trajectories.stream().map(Trajectory::tau).toList();
    var model =
        new TrainedLstm(
            signals,
            config,
            RandomModels.weights(config.shape(signals.inputs(), joints), new Random(joints)),
            base,
            Standardizer.zScore(inputs).withLimit(config.inputLimit()),
            Standardizer.zScore(tau),
            RandomModels.provenance(3));
    return new ArmModel(name(config, joints), model, trajectories);
  }

  private static String name(LstmConfig config, int joints) {
    String history = config.history() instanceof History.Window ? "window" : "stream";
    return String.join(
            "-",
            config.cell().name(),
            Integer.toString(config.layers()),
            config.readOut() == LstmConfig.ReadOut.NONE ? "bare" : "linear",
            history,
            joints + "joints",
            config.base() == LstmConfig.Base.NONE ? "alone" : "base")
        .toLowerCase(Locale.ROOT);
  }

  private static Trajectory firstJoints(Trajectory trajectory, int joints) {
    Motion motion = trajectory.motion();
    return new Trajectory(
        new Motion(
            motion.id(),
            motion.times(),
            firstColumns(motion.q(), joints),
            firstColumns(motion.qd(), joints),
            firstColumns(motion.qdd(), joints),
            firstColumns(motion.extra(), 0)),
        firstColumns(trajectory.tau(), joints));
  }

  private static JointSeries firstColumns(JointSeries series, int columns) {
    return JointSeries.rowsOf(series.toArray(), series.timeSteps(), series.joints())
        .columns(0, columns);
  }

  /** Returns what plain Java predicts, step by step. */
  List<JointSeries> predictions() {
    return trajectories.stream().map(t -> model.predict(t.motion())).toList();
  }

  /** Returns the range of a joint's measured torques, in N·m. */
  double torqueRange(int joint) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Trajectory trajectory : trajectories) {
      for (int t = 0; t < trajectory.timeSteps(); t++) {
        low = Math.min(low, trajectory.tau().at(t, joint));
        high = Math.max(high, trajectory.tau().at(t, joint));
      }
    }
    return high - low;
  }

  @Override
  public String toString() {
    return name;
  }
}
