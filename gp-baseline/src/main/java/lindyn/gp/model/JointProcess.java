package lindyn.gp.model;

import java.util.List;
import lindyn.gp.GaussianProcess;

/**
 * A process and the joints that it predicts.
 *
 * @param joints indices of the joints, one per output of the process
 * @param process predicts their standardised torques
 */
public record JointProcess(List<Integer> joints, GaussianProcess process) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is not one joint per output
   */
  public JointProcess {
    joints = List.copyOf(joints);
    if (joints.size() != process.outputs()) {
      throw new IllegalArgumentException(
          "joints " + joints + " for a process with " + process.outputs() + " outputs");
    }
  }
}
