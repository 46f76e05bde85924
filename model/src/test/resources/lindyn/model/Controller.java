import java.nio.file.Path;
import lindyn.lstm.StepPredictor;
import lindyn.lstm.TrainedLstm;
import lindyn.model.ModelFolder;

/** Reads a model folder, steps through a motion and prints the bits of all torques. */
final class Controller {

  private Controller() {}

  public static void main(String[] arguments) {
    TrainedLstm model = ModelFolder.read(Path.of(arguments[0]));
    int steps = Integer.parseInt(arguments[1]);
    var predictor = new StepPredictor(model);
    float[] input = new float[model.signals().inputs()];
    float[] tau = new float[model.signals().joints()];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < input.length; i++) {
        input[i] = 0.01f * t * (i + 1) - 1;
      }
      predictor.step(input, tau);
      for (float torque : tau) {
        System.out.println(Integer.toHexString(Float.floatToRawIntBits(torque)));
      }
    }
  }
}
