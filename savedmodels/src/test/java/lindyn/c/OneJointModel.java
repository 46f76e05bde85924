package lindyn.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lindyn.FloatMatrix;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Provenance;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;

/** The smallest model: one joint, one unit, and no joints whose angles add up. */
final class OneJointModel {

  private static final LstmConfig CONFIG = LstmConfig.RECOMMENDED.withHiddenUnits(1);
  private static final Signals SIGNALS =
      new Signals(List.of("only"), List.of(), Signals.NEWTON_METRE, 0.01);

  private OneJointModel() {}

  static TrainedLstm model() {
    Motion motion =
        new Motion(
            "swing",
            SampleTimes.every(0.01, 4),
            column(0, 1, 2, 1),
            column(1, 1, -1, -1),
            column(0, 2, 0, -1),
            JointSeries.of(new float[0], 4, 0));
    JointSeries torques = column(5, 3, -4, 2);
    return new TrainedLstm(
        SIGNALS,
        CONFIG,
        weights(),
        Optional.of(RigidBodyModel.fit(SIGNALS, List.of(new Trajectory(motion, torques)))),
        Standardizer.zScore(List.of(motion.inputSeries())).withLimit(CONFIG.inputLimit()),
        Standardizer.zScore(List.of(torques)),
        new Provenance("0.1.0", "2.18.0", "2026-01-01T00:00:00Z", 1, "cpu", List.of()));
  }

  private static JointSeries column(float... numbers) {
    return JointSeries.of(numbers, numbers.length, 1);
  }

  private static LstmWeights weights() {
    LstmShape shape = CONFIG.shape(SIGNALS.inputs(), SIGNALS.joints());
    List<FloatMatrix> matrices = new ArrayList<>();
    for (LstmShape.MatrixSize size : shape.matrices()) {
      float[] numbers = new float[size.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = 0.3f * i - 1;
      }
      matrices.add(FloatMatrix.of(size.rows(), size.columns(), numbers));
    }
    return LstmWeights.ofMatrices(shape, matrices);
  }
}
