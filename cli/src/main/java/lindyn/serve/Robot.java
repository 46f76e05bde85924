package lindyn.serve;

import lindyn.lstm.StepPredictor;
import lindyn.lstm.TrainedLstm;

/** A robot in motion. Its steps are taken one after the other, whichever thread brings them. */
final class Robot {

  private final StepPredictor predictor;
  private final int joints;

  Robot(TrainedLstm model) {
    predictor = new StepPredictor(model);
    joints = model.signals().joints();
  }

  /** Begins a new motion with the next input. */
  synchronized void reset() {
    predictor.reset();
  }

  /**
   * Advances by one sample, and returns its torques.
   *
   * @param input as {@link StepPredictor#step} takes it
   * @param isFirst whether it begins a new motion
   * @throws RefusedRequestException if the torques are not finite; the next input begins a new
   *     motion then
   */
  synchronized float[] step(float[] input, boolean isFirst) {
    if (isFirst) {
      predictor.reset();
    }
    float[] tau = new float[joints];
    predictor.step(input, tau);
    if (!FiniteTorques.areFinite(tau)) {
      predictor.reset(); // the network would never forget it
      throw FiniteTorques.refused("input", "; the next input begins a new motion");
    }
    return tau;
  }
}
