import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lindyn.lstm.StepPredictor;
import lindyn.lstm.TrainedLstm;
import lindyn.model.ModelFolder;

/** Steps through a log of the simulated arm in plain Java: Predict MODEL LOG. */
class Predict {

  /** Columns before q1: trajectory, t and fill. */
  private static final int FIRST = 3;

  public static void main(String[] arguments) throws IOException {
    TrainedLstm model = ModelFolder.read(Path.of(arguments[0]));
    StepPredictor robot = new StepPredictor(model);
    float[] input = new float[model.signals().inputs()];
    float[] tau = new float[model.signals().joints()];
    List<String> rows = Files.readAllLines(Path.of(arguments[1]));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      for (int i = 0; i < input.length; i++) {
        input[i] = Float.parseFloat(cells[FIRST + i]);
      }
      robot.step(input, tau);
      StringBuilder line = new StringBuilder();
      for (float torque : tau) {
        line.append(String.format(Locale.ROOT, line.isEmpty() ? "%.4f" : ",%.4f", torque));
      }
      System.out.println(line);
    }
  }
}
