package lindyn.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import lindyn.InputException;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Signals;
import lindyn.model.Signature;

/**
 * Predicts with an ONNX model of Lindyn in ONNX Runtime, whose library the caller adds. Thread-safe
 * until it is closed.
 */
public final class OnnxPredictor implements InverseDynamicsModel, AutoCloseable {

  private final Signals signals;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxPredictor(Signals signals, OrtEnvironment environment, OrtSession session) {
    this.signals = signals;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Opens {@value OnnxExporter#SEQUENCE} of an exported folder.
   *
   * @throws InputException if it is not such a file, or not as Lindyn writes it
   */
  public static OnnxPredictor open(Path file) {
    ModelProto model = VerifiedOnnx.read(file);
    Signals signals = VerifiedOnnx.signals(file, model);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions()) {
      return new OnnxPredictor(
          signals, environment, environment.createSession(model.toByteArray(), options));
    } catch (OrtException e) {
      throw new InputException(file + ": ONNX Runtime cannot load it (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public Signals signals() {
    return signals;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the predictor is closed
   */
  @Override
  public JointSeries predict(Motion motion) {
    signals.requireFit(motion);
    if (motion.timeSteps() == 0) { // no rows for the windows: the runtime would end the process
      return JointSeries.of(new float[0], 0, signals.joints());
    }
    long[] shape = {1, motion.timeSteps(), motion.inputs()};
    FloatBuffer rows = FloatBuffer.wrap(motion.inputSeries().toArray());
    try (OnnxTensor input = OnnxTensor.createTensor(environment, rows, shape);
        OrtSession.Result result = session.run(Map.of(Signature.MOTION, input))) {
      float[] tau = new float[motion.timeSteps() * signals.joints()];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(tau);
      return JointSeries.of(tau, motion.timeSteps(), signals.joints());
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
    }
  }

  /** Frees the session. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
    }
  }
}
