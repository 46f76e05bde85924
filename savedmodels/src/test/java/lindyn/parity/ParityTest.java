package lindyn.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lindyn.FloatMatrix;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.c.CCompiler;
import lindyn.c.CExporter;
import lindyn.c.RobotScript;
import lindyn.data.History;
import lindyn.data.Rehearsal;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceOrder;
import lindyn.device.Device;
import lindyn.eval.Baselines;
import lindyn.folder.SafeTensors;
import lindyn.folder.Tensor;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.TrainingSession;
import lindyn.lstm.graph.UpdateRule;
import lindyn.onnx.OnnxExporter;
import lindyn.onnx.OnnxPredictor;
import lindyn.savedmodel.SavedModelExporter;
import lindyn.savedmodel.SavedModelPredictor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One model, many runtimes, the same torques: over 10,250 time steps of the simulated arm. Leaves
 * the models with their motions in {@code target/interop} for {@code interop/verify.py}, and the
 * largest differences in {@code target/parity.csv}.
 */
class ParityTest {

  private static final Path INTEROP = Path.of("target/interop");
  private static final Differences DIFFERENCES = new Differences();

  @TempDir Path folder;

  static List<ArmModel> models() {
    return ArmModel.all();
  }

  @BeforeAll
  static void empty() throws IOException {
    if (Files.exists(INTEROP)) {
      try (var files = Files.walk(INTEROP)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @AfterAll
  static void report() throws IOException {
    DIFFERENCES.write(Path.of("target/parity.csv"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void tensorFlowAndOnnxRuntimePredictWhatPlainJavaPredicts(ArmModel arm) throws IOException {
    TrainedLstm model = arm.model();
    List<JointSeries> expected = arm.predictions();
    Path place = INTEROP.resolve(arm.name());
    var baselines = Baselines.fit(model.signals(), arm.trajectories());
    SavedModelExporter.write(model, baselines, Rehearsal.NONE, place.resolve("model"));
    OnnxExporter.write(model, place.resolve("onnx"));
    Files.write(place.resolve("motions.safetensors"), motions(arm, expected));

    try (var predictor = SavedModelPredictor.open(place.resolve("model"))) {
      DIFFERENCES.check(
          "SavedModel in TensorFlow Java", arm, expected, predictions(predictor, arm));
    }
    try (var predictor = OnnxPredictor.open(place.resolve("onnx/model.onnx"))) {
      DIFFERENCES.check("ONNX Runtime in Java", arm, expected, predictions(predictor, arm));
    }
  }

  private static List<JointSeries> predictions(InverseDynamicsModel model, ArmModel arm) {
    return arm.trajectories().stream().map(t -> model.predict(t.motion())).toList();
  }

  /** All motions one after the other, with predicted and measured torques. */
  private static byte[] motions(ArmModel arm, List<JointSeries> tau) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(
        "motion",
        new Tensor.Floats(
            joined(arm.trajectories().stream().map(t -> t.motion().inputSeries()).toList())));
    tensors.put("tau", new Tensor.Floats(joined(tau)));
    tensors.put(
        "measured",
        new Tensor.Floats(joined(arm.trajectories().stream().map(Trajectory::tau).toList())));
    return SafeTensors.bytes(tensors);
  }

  private static FloatMatrix joined(List<JointSeries> series) {
    int columns = series.get(0).joints();
    int rows = series.stream().mapToInt(JointSeries::timeSteps).sum();
    float[] numbers = new float[rows * columns];
    int next = 0;
    for (JointSeries one : series) {
      float[] part = one.toArray();
      System.arraycopy(part, 0, numbers, next, part.length);
      next += part.length;
    }
    return FloatMatrix.of(rows, columns, numbers);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void compiledSourcePredictsWhatPlainJavaPredicts(ArmModel arm) throws Exception {
    CCompiler compiler = CCompiler.c99("-O2");
    CExporter.write(arm.model(), folder.resolve("c"));
    var script = new RobotScript(arm.model());
    float[] input = new float[arm.model().signals().inputs()];
    for (Trajectory trajectory : arm.trajectories()) {
      script.reset(0);
      for (int t = 0; t < trajectory.timeSteps(); t++) {
        trajectory.motion().copyInputs(t, input, 0);
        script.step(0, input);
      }
    }

    float[] tau = script.run(compiler.program("main.c", folder.resolve("c")));

    int joints = arm.model().signals().joints();
    JointSeries actual = JointSeries.of(tau, tau.length / joints, joints);
    JointSeries expected = JointSeries.of(script.expected(), tau.length / joints, joints);
    DIFFERENCES.check("C99, compiled", arm, List.of(expected), List.of(actual));
  }

  /**
   * The training graph gives no torques, but their errors: measured against what plain Java
   * predicts, they are the differences. Their root mean square stands for the largest one.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void trainingGraphPredictsWhatPlainJavaPredicts(ArmModel arm) {
    TrainedLstm model = arm.model();
    List<JointSeries> expected = arm.predictions();
    SampleMatrix samples = targets(arm, expected);
    boolean isWindow = model.config().history() instanceof History.Window;
    var settings =
        new TrainingSession.Settings(new UpdateRule(new Adagrad(0.1, 0.1)), 8, Device.ONE_THREAD, 1)
            .withSequences(isWindow ? SequenceOrder.RANDOM : SequenceOrder.CONTIGUOUS);

    double[] squared;
    try (var session = new TrainingSession(model.config(), settings, samples, samples)) {
      session.setWeights(model.weights());
      squared = session.validationLosses();
    }

    double[] differences = new double[squared.length];
    for (int joint = 0; joint < squared.length; joint++) {
      differences[joint] =
          Math.sqrt(squared[joint]) * model.targetStandardizer().scale().get(joint);
    }
    DIFFERENCES.check("training graph (root mean square)", arm, differences);
  }

  /** The motions with what plain Java predicts for torques, less those of the base. */
  private static SampleMatrix targets(ArmModel arm, List<JointSeries> tau) {
    List<Trajectory> predicted =
        new ArrayList<>(
            IntStream.range(0, tau.size())
                .mapToObj(i -> new Trajectory(arm.trajectories().get(i).motion(), tau.get(i)))
                .toList());
    arm.model().base().ifPresent(base -> predicted.replaceAll(t -> residual(base, t)));
    return SampleMatrix.of(
        predicted, arm.model().inputStandardizer(), arm.model().targetStandardizer());
  }

  private static Trajectory residual(RigidBodyModel base, Trajectory trajectory) {
    return new Trajectory(trajectory.motion(), base.residual(trajectory));
  }
}
