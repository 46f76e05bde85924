package lindyn.lstm;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A way to compute the squared errors of a batch and their derivatives.
 *
 * <p>The loss is the mean over scored samples and joints of (prediction − target)², on standardised
 * numbers (Rueckert et al. 2017, eq. 1). Scored steps before a trajectory's first sample are
 * masked.
 */
sealed interface LossEngine permits CompiledEngine, DifferentiatedEngine {

  /**
   * Builds the sums of squared errors over a batch and their derivatives.
   *
   * @param weights see {@link WeightVector}
   */
  LossSums sums(Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights);

  /**
   * Builds the sums of squared errors of each joint and sequence, shape {@code [joints, batch]};
   * parameters as in {@link #sums}.
   */
  Operand<TFloat32> squaredErrors(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights);
}
