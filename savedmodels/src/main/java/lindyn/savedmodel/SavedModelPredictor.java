package lindyn.savedmodel;

import java.nio.file.Path;
import java.util.Map;
import lindyn.InputException;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Signals;
import lindyn.data.History;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.graph.NativeMemory;
import lindyn.model.ModelFolder;
import lindyn.model.Signature;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.TensorFunction;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * Predicts with the SavedModel of a model folder, in TensorFlow. Thread-safe until it is closed.
 */
public final class SavedModelPredictor implements InverseDynamicsModel, AutoCloseable {

  static {
    NativeMemory.liftLimits();
  }

  /** Windows that are evaluated at once; more would need more memory and be no faster. */
  private static final int CHUNK = 4096;

  /** A stream runs in one call, whose memory grows with it: half a gigabyte for so many steps. */
  static final int LONGEST_STREAM = 100_000;

  private final TrainedLstm model;
  private final Signals signals;
  private final History history;
  private final SavedModelBundle bundle;
  private final TensorFunction function;

  private SavedModelPredictor(TrainedLstm model, SavedModelBundle bundle) {
    this.model = model;
    signals = model.signals();
    history = model.config().history();
    this.bundle = bundle;
    function = bundle.function(Signature.SEQUENCE);
  }

  /**
   * Opens a model folder, after checking every file of it.
   *
   * @throws InputException if a file is missing or differs from what was written, or the SavedModel
   *     does not come from Lindyn
   */
  public static SavedModelPredictor open(Path folder) {
    TrainedLstm model = ModelFolder.read(folder);
    Path savedModel = folder.resolve(ModelFolder.SAVED_MODEL);
    KnownOperations.requireIn(savedModel, new Signatures(model));
    try {
      return new SavedModelPredictor(
          model,
          SavedModelBundle.loader(folder.toString())
              .withTags(SavedModelExporter.TAG)
              .withConfigProto(sessionOptions())
              .load());
    } catch (RuntimeException e) { // TensorFlow's exceptions have no other common type
      String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
      throw new InputException(savedModel + ": TensorFlow cannot load it (" + reason + ")", e);
    }
  }

  private static ConfigProto sessionOptions() {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(Runtime.getRuntime().availableProcessors())
        // The graph is a chain: handing its operations to other threads only takes time.
        .setInterOpParallelismThreads(-1)
        .build();
  }

  @Override
  public Signals signals() {
    return signals;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A stream of more than 100,000 time steps is predicted in plain Java from the same weights,
   * which differs by rounding and needs no memory beside the result.
   *
   * @throws IllegalStateException if the predictor is closed
   */
  @Override
  public JointSeries predict(Motion motion) {
    signals.requireFit(motion);
    int timeSteps = motion.timeSteps();
    if (history instanceof History.Stream && timeSteps > LONGEST_STREAM) {
      return model.predict(motion);
    }
    int chunk = history instanceof History.Window ? CHUNK : Math.max(1, timeSteps);
    float[] tau = new float[Math.multiplyExact(timeSteps, signals.joints())];
    for (int from = 0; from < timeSteps; from += chunk) {
      predict(motion, from, Math.min(chunk, timeSteps - from), tau);
    }
    return JointSeries.of(tau, timeSteps, signals.joints());
  }

  /**
   * Predicts the steps {@code from} to {@code from + count}, after the samples they look back at.
   */
  private void predict(Motion motion, int from, int count, float[] tau) {
    int before = Math.min(from, history.timeSteps() - 1);
    int joints = signals.joints();
    try (TFloat32 input = inputs(motion, from - before, from + count);
        Result result = function.call(Map.of(Signature.MOTION, input))) {
      ((TFloat32) result.get(0))
          .asRawTensor()
          .data()
          .asFloats()
          .offset((long) before * joints)
          .read(tau, from * joints, count * joints);
    }
  }

  private static TFloat32 inputs(Motion motion, int from, int to) {
    int columns = motion.inputs();
    float[] rows = new float[(to - from) * columns];
    for (int t = from; t < to; t++) {
      motion.copyInputs(t, rows, (t - from) * columns);
    }
    return TFloat32.tensorOf(Shape.of(1, to - from, columns), DataBuffers.of(rows));
  }

  /** Frees the graph and the session; running predictions end first. */
  @Override
  public void close() {
    bundle.close();
  }
}
