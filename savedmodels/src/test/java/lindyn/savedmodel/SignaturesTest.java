package lindyn.savedmodel;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.model.RandomModels;
import lindyn.model.Signature;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.TensorFunction;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** The signatures window and step, called as another program would. */
class SignaturesTest {

  private static final int JOINTS = RandomModels.JOINTS;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("lindyn.savedmodel.SavedModels#configurations")
  void windowPredictsTheLastStepOfSeveralMotions(LstmConfig config) {
    TrainedLstm model = RandomModels.model(config, 1, 5);
    int inputs = model.signals().inputs();
    SavedModels.write(model, folder.resolve("model"));

    try (SavedModelBundle bundle = bundle()) {
      for (int time : new int[] {1, 2, 7, 12}) {
        Motion one = RandomModels.motion(time, 1, 1);
        Motion other = RandomModels.motion(time, 1, 2);
        float[] motions = joined(one.inputSeries().toArray(), other.inputSeries().toArray());
        float[] tau;
        try (TFloat32 input = tensor(motions, 2, time, inputs);
            Result result = bundle.function("window").call(Map.of("motion", input))) {
          tau = numbers(result, "tau", 2 * JOINTS);
        }

        JointSeries found = JointSeries.of(tau, 2, JOINTS);
        SavedModels.assertClose(last(model, one), found.slice(0, 1));
        SavedModels.assertClose(last(model, other), found.slice(1, 2));
      }
    }
  }

  private static JointSeries last(TrainedLstm model, Motion motion) {
    return model.predict(motion).slice(motion.timeSteps() - 1, motion.timeSteps());
  }

  @ParameterizedTest
  @MethodSource("lindyn.savedmodel.SavedModels#configurations")
  void stepsTwoRobotsOfWhichOneBeginsLater(LstmConfig config) {
    TrainedLstm model = RandomModels.model(config, 1, 5);
    int inputs = model.signals().inputs();
    int size = Signature.stateSize(model);
    Motion early = RandomModels.motion(12, 1, 1);
    Motion late = RandomModels.motion(12, 1, 2).slice("late", 5, 12);
    SavedModels.write(model, folder.resolve("model"));
    float[] state = new float[2 * size];
    float[] tau = new float[2 * 12 * JOINTS];
    float[] samples = new float[2 * inputs];

    try (SavedModelBundle bundle = bundle()) {
      TensorFunction step = bundle.function("step");
      for (int t = 0; t < 12; t++) {
        early.copyInputs(t, samples, 0);
        late.copyInputs(Math.max(0, t - 5), samples, inputs);
        if (t <= 5) {
          Arrays.fill(state, size, 2 * size, 0);
        }
        try (TFloat32 sample = tensor(samples, 2, inputs);
            TFloat32 before = tensor(state, 2, size);
            Result result = step.call(Map.of("sample", sample, "state", before))) {
          System.arraycopy(numbers(result, "tau", 2 * JOINTS), 0, tau, 2 * t * JOINTS, 2 * JOINTS);
          state = numbers(result, "next_state", 2 * size);
        }
      }
    }

    // both robots side by side are one row of twice the joints
    JointSeries.Rows found = JointSeries.rowsOf(tau, 12, 2 * JOINTS);
    SavedModels.assertClose(model.predict(early), found.columns(0, JOINTS));
    SavedModels.assertClose(model.predict(late), found.columns(JOINTS, JOINTS).slice(5, 12));
  }

  private SavedModelBundle bundle() {
    return SavedModelBundle.load(folder.resolve("model").toString(), "serve");
  }

  private static TFloat32 tensor(float[] numbers, long... shape) {
    return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(numbers));
  }

  private static float[] numbers(Result result, String name, int count) {
    var output = (TFloat32) result.get(name).orElseThrow();
    float[] numbers = new float[count];
    output.asRawTensor().data().asFloats().read(numbers);
    return numbers;
  }

  private static float[] joined(float[] one, float[] other) {
    float[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
