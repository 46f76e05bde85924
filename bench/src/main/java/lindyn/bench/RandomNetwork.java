package lindyn.bench;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.FloatMatrix;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyFeatures;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;

/** Models of random numbers, which cost as much as trained ones. */
final class RandomNetwork {

  private final Signals signals;
  private final SplittableRandom random = new SplittableRandom(1);

  RandomNetwork(int joints) {
    List<String> names = IntStream.range(0, joints).mapToObj(joint -> "joint" + joint).toList();
    signals = new Signals(names, List.of(), Signals.NEWTON_METRE, 0.001);
  }

  TrainedLstm model(LstmConfig config) {
    LstmShape shape = config.shape(signals.inputs(), signals.joints());
    List<FloatMatrix> matrices =
        shape.matrices().stream().map(size -> matrix(size.rows(), size.columns())).toList();
    return new TrainedLstm(
        signals,
        config,
        LstmWeights.ofMatrices(shape, matrices),
        config.base() == LstmConfig.Base.NONE ? Optional.empty() : Optional.of(base()),
        identity(signals.inputs(), config.inputLimit()),
        identity(signals.joints(), Standardizer.UNLIMITED),
        new Provenance("bench", "none", "2000-01-01T00:00:00Z", 1, "cpu", List.of()));
  }

  private RigidBodyModel base() {
    int joints = signals.joints();
    var features = new RigidBodyFeatures(joints, 0, Collections.nCopies(joints, 0.1));
    return new RigidBodyModel(
        signals,
        features,
        identity(features.count(), 3),
        matrix(features.count(), joints),
        matrix(1, joints));
  }

  private static Standardizer identity(int columns, double limit) {
    return new Standardizer(
        Collections.nCopies(columns, 0.0), Collections.nCopies(columns, 1.0), limit);
  }

  private FloatMatrix matrix(int rows, int columns) {
    double limit = Math.sqrt(6.0 / (rows + columns));
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-limit, limit);
    }
    return FloatMatrix.of(rows, columns, values);
  }
}
