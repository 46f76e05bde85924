package lindyn.lstm;

/** The maps between the log's units and the network's, for single samples; immutable. */
final class NetworkUnits {

  private final float[] inputOffset;
  private final float[] inputFactor;
  private final float inputLimit;
  private final float[] torqueOffset;
  private final float[] torqueScale;

  NetworkUnits(TrainedLstm model) {
    inputOffset = model.inputStandardizer().offsets();
    inputFactor = model.inputStandardizer().factors();
    inputLimit = (float) model.inputStandardizer().limit();
    torqueOffset = model.targetStandardizer().offsets();
    torqueScale = model.targetStandardizer().scales();
  }

  int inputs() {
    return inputOffset.length;
  }

  int joints() {
    return torqueOffset.length;
  }

  /** Writes the standardised input, within the model's limits. */
  void standardize(float[] input, float[] sample) {
    for (int i = 0; i < sample.length; i++) {
      float z = (input[i] - inputOffset[i]) * inputFactor[i];
      sample[i] = Math.max(-inputLimit, Math.min(inputLimit, z));
    }
  }

  /** Turns the network's prediction into torques, in place. */
  void restore(float[] tau) {
    for (int j = 0; j < tau.length; j++) {
      tau[j] = tau[j] * torqueScale[j] + torqueOffset[j];
    }
  }
}
