package lindyn.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.lstm.TrainedLstm;
import lindyn.model.ModelFolder;
import lindyn.onnx.OnnxExporter;
import lindyn.onnx.OnnxPredictor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that reference/make.sh has trained once: every later version must predict the same. */
class ReferenceModelTest {

  private static final Path REFERENCE = Path.of("reference");
  private static final Path FOLDER = REFERENCE.resolve("arm");

  @TempDir Path folder;

  @Test
  void plainJavaPredictsWhatItPredictedThen() throws IOException {
    assertPredictsTheSame(ModelFolder.read(FOLDER));
  }

  @Test
  void tensorFlowPredictsWhatItPredictedThen() throws IOException {
    try (var predictor = SavedModelPredictor.open(FOLDER)) {
      assertPredictsTheSame(predictor);
    }
  }

  @Test
  void onnxRuntimePredictsWhatTensorFlowPredictedThen() throws IOException {
    TrainedLstm model = ModelFolder.read(FOLDER);
    OnnxExporter.write(model, folder.resolve("onnx"));

    try (var predictor = OnnxPredictor.open(folder.resolve("onnx/model.onnx"))) {
      assertPredictsTheSame(predictor);
    }
  }

  private static void assertPredictsTheSame(InverseDynamicsModel model) throws IOException {
    List<CSVRecord> log = rows("motion.csv");
    JointSeries extra = JointSeries.of(new float[0], log.size(), 0);
    var motion =
        new Motion(
            "reference",
            SampleTimes.every(model.signals().samplePeriod(), log.size()),
            series(log, "q"),
            series(log, "qd"),
            series(log, "qdd"),
            extra);
    JointSeries expected = series(rows("tau.csv"), "tau");

    JointSeries actual = model.predict(motion);

    assertEquals(410, actual.timeSteps());
    SavedModels.assertClose(expected, actual);
  }

  private static List<CSVRecord> rows(String file) throws IOException {
    try (Reader text = Files.newBufferedReader(REFERENCE.resolve(file), StandardCharsets.UTF_8)) {
      return CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(text)
          .getRecords();
    }
  }

  private static JointSeries series(List<CSVRecord> rows, String quantity) {
    int joints = 5;
    float[] numbers = new float[rows.size() * joints];
    for (int t = 0; t < rows.size(); t++) {
      for (int joint = 1; joint <= joints; joint++) {
        numbers[t * joints + joint - 1] = Float.parseFloat(rows.get(t).get(quantity + joint));
      }
    }
    return JointSeries.of(numbers, rows.size(), joints);
  }
}
