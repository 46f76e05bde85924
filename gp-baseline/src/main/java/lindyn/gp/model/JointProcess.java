package lindyn.gp.model;

import java.util.List;
import lindyn.Checks;
import lindyn.gp.GaussianProcess;
import lindyn.gp.OutputScales;
import lindyn.gp.algebra.Matrix;

/**
 * A process and the joints that it predicts.
 *
 * @param joints indices of the joints, one per output of the process
 * @param scales of the joints' covariances, in multiples of the process's: see {@link OutputScales}
 * @param process predicts their standardised torques
 */
public record JointProcess(List<Integer> joints, List<Double> scales, GaussianProcess process) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is not one joint and one scale per output, or a scale
   *     is negative or not finite
   */
  public JointProcess {
    joints = List.copyOf(joints);
    scales = List.copyOf(scales);
    if (joints.size() != process.outputs() || scales.size() != process.outputs()) {
      throw new IllegalArgumentException(
          "joints "
              + joints
              + " with scales "
              + scales
              + " for a process with "
              + process.outputs()
              + " outputs");
    }
    scales.forEach(scale -> Checks.inRange(0, Double.MAX_VALUE, scale, "scale"));
  }

  /**
   * Takes a process with the likeliest scales. A single joint has its hyper-parameters for itself,
   * and so the scale 1.
   *
   * @param x inputs that the process was conditioned on, shape {@code [points, inputs]}
   * @param y targets that the process was conditioned on, shape {@code [points, outputs]}
   */
  static JointProcess of(List<Integer> joints, GaussianProcess process, Matrix x, Matrix y) {
    List<Double> scales = joints.size() == 1 ? List.of(1.0) : OutputScales.likeliest(process, x, y);
    return new JointProcess(joints, scales, process);
  }
}
