package lindyn.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.model.RandomModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

class SavedModelPredictorTest {

  private static final LstmConfig STREAM =
      RandomModels.config(
          LstmConfig.Cell.TANH, LstmConfig.ReadOut.LINEAR, 2, new History.Stream(20, 5));

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("lindyn.savedmodel.SavedModels#configurations")
  void agreesWithPlainJava(LstmConfig config) {
    for (int extraInputs : new int[] {0, 2}) {
      TrainedLstm model = RandomModels.model(config, extraInputs, 11);
      Path saved = folder.resolve("model" + extraInputs);
      SavedModels.write(model, saved);

      try (var predictor = SavedModelPredictor.open(saved)) {
        for (int timeSteps : new int[] {0, 1, 2, 7, 8, 100}) {
          Motion motion = RandomModels.motion(timeSteps, extraInputs, timeSteps);
          SavedModels.assertClose(model.predict(motion), predictor.predict(motion));
        }
      }
    }
  }

  @Test
  void predictsOneSampleAfterOneSampleOfHistory() {
    TrainedLstm model = RandomModels.model(STREAM.withHistory(new History.Window(1)), 0, 2);
    SavedModels.write(model, folder.resolve("model"));
    Motion motion = RandomModels.motion(10, 0, 3);

    try (var predictor = SavedModelPredictor.open(folder.resolve("model"))) {
      SavedModels.assertClose(model.predict(motion), predictor.predict(motion));
    }
  }

  @Test
  void predictsWindowsOfLongMotionsInChunks() {
    TrainedLstm model = RandomModels.model(STREAM.withHistory(new History.Window(9)), 1, 2);
    SavedModels.write(model, folder.resolve("model"));
    Motion motion = RandomModels.motion(10_000, 1, 3);

    try (var predictor = SavedModelPredictor.open(folder.resolve("model"))) {
      SavedModels.assertClose(model.predict(motion), predictor.predict(motion));
    }
  }

  @Test
  void aStreamTooLongForOneCallIsPredictedByPlainJava() {
    TrainedLstm model = RandomModels.model(STREAM, 0, 12);
    SavedModels.write(model, folder.resolve("model"));
    Motion motion = RandomModels.motion(SavedModelPredictor.LONGEST_STREAM + 1, 0, 5);

    try (var predictor = SavedModelPredictor.open(folder.resolve("model"))) {
      assertEquals(model.predict(motion), predictor.predict(motion));
    }
  }

  @Test
  void streamsOverTenThousandSteps() {
    TrainedLstm model = RandomModels.model(STREAM, 0, 2);
    SavedModels.write(model, folder.resolve("model"));
    Motion motion = RandomModels.motion(10_000, 0, 3);

    try (var predictor = SavedModelPredictor.open(folder.resolve("model"))) {
      SavedModels.assertClose(model.predict(motion), predictor.predict(motion));
    }
  }

  @ParameterizedTest
  @MethodSource("lindyn.savedmodel.SavedModels#configurations")
  void signaturePredictsSeveralMotionsAtOnce(LstmConfig config) {
    TrainedLstm model = RandomModels.model(config, 1, 5);
    SavedModels.write(model, folder.resolve("model"));
    int batch = 3;
    int time = 12;
    int inputs = model.signals().inputs();
    float[] motions = new float[batch * time * inputs];
    for (int b = 0; b < batch; b++) {
      float[] rows = RandomModels.motion(time, 1, b).inputSeries().toArray();
      System.arraycopy(rows, 0, motions, b * rows.length, rows.length);
    }
    float[] tau = new float[batch * time * RandomModels.JOINTS];

    try (SavedModelBundle bundle =
            SavedModelBundle.load(folder.resolve("model").toString(), "serve");
        TFloat32 input = TFloat32.tensorOf(Shape.of(batch, time, inputs), DataBuffers.of(motions));
        Result result = bundle.function("serving_default").call(Map.of("motion", input))) {
      var output = (TFloat32) result.get("tau").orElseThrow();
      assertEquals(Shape.of(batch, time, RandomModels.JOINTS), output.shape());
      output.asRawTensor().data().asFloats().read(tau);
    }

    JointSeries all = JointSeries.of(tau, batch * time, RandomModels.JOINTS);
    for (int b = 0; b < batch; b++) {
      JointSeries expected = model.predict(RandomModels.motion(time, 1, b));
      SavedModels.assertClose(expected, all.slice(b * time, (b + 1) * time));
    }
  }

  @Test
  void eightThreadsPredictWhatOneThreadPredicts() throws Exception {
    TrainedLstm model = RandomModels.model(STREAM, 0, 2);
    SavedModels.write(model, folder.resolve("model"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (var predictor = SavedModelPredictor.open(folder.resolve("model"))) {
      List<Motion> motions = new ArrayList<>();
      List<JointSeries> alone = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        motions.add(RandomModels.motion(20 + i, 0, i));
        alone.add(predictor.predict(motions.get(i)));
      }

      List<Callable<JointSeries>> jobs =
          motions.stream().<Callable<JointSeries>>map(m -> () -> predictor.predict(m)).toList();
      List<Future<JointSeries>> together = threads.invokeAll(jobs);

      for (int i = 0; i < together.size(); i++) {
        assertEquals(alone.get(i), together.get(i).get());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void refusesAMotionOfAnotherRobot() {
    SavedModels.write(RandomModels.model(STREAM, 0, 2), folder.resolve("model"));
    Motion motion = RandomModels.motion(10, 1, 3);

    try (var predictor = SavedModelPredictor.open(folder.resolve("model"))) {
      assertThrows(IllegalArgumentException.class, () -> predictor.predict(motion));
    }
  }

  @Test
  void refusesToPredictWhenClosed() {
    SavedModels.write(RandomModels.model(STREAM, 0, 2), folder.resolve("model"));
    var predictor = SavedModelPredictor.open(folder.resolve("model"));
    predictor.close();

    assertThrows(
        IllegalStateException.class, () -> predictor.predict(RandomModels.motion(10, 0, 3)));
  }
}
