package lindyn.train;

import java.util.List;

/**
 * What is known when training starts, or goes on after an interruption.
 *
 * @param tensorflowVersion version of TensorFlow
 * @param device device that the training step runs on
 * @param done the reports of the epochs before the interruption
 */
public record TrainingStart(String tensorflowVersion, String device, List<EpochReport> done) {

  /** Copies the list. */
  public TrainingStart {
    done = List.copyOf(done);
  }
}
