package lindyn.lstm.graph;

import java.util.Optional;
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
   * What comes of a batch.
   *
   * @param value what was asked for
   * @param state the state after the last step, see {@link LayerStates}; only if the batch has one
   *     before the first
   */
  record Outcome<T>(T value, Optional<Operand<TFloat32>> state) {}

  /**
   * Builds the sums of squared errors over a batch and their derivatives, of which none goes back
   * into the state before the first step.
   *
   * @param weights see {@link WeightVector}
   */
  Outcome<LossSums> sums(Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights);

  /**
   * Builds the sums of squared errors of each joint and sequence, shape {@code [joints, batch]};
   * parameters as in {@link #sums}.
   */
  Outcome<Operand<TFloat32>> squaredErrors(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights);
}
