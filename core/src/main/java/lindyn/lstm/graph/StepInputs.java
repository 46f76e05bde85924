package lindyn.lstm.graph;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What a step of an optimiser must be fed.
 *
 * @param rate learning rate
 * @param beta1Power β₁ of Adam to the number of this step, from 1
 * @param beta2Power β₂ of Adam to the number of this step, from 1
 */
record StepInputs(
    Placeholder<TFloat32> rate,
    Placeholder<TFloat32> beta1Power,
    Placeholder<TFloat32> beta2Power) {

  /** Declares the inputs in a graph. */
  static StepInputs of(Ops tf) {
    return new StepInputs(scalar(tf), scalar(tf), scalar(tf));
  }

  private static Placeholder<TFloat32> scalar(Ops tf) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
  }

  /**
   * Adds the inputs' values to a batch.
   *
   * @param number of the step, from 1
   * @param rateFactor what the learning rate is multiplied by
   */
  FedBatch feed(FedBatch batch, Optimizer optimizer, long number, double rateFactor) {
    double now = optimizer.learningRate() * rateFactor;
    batch.with(rate, TFloat32.scalarOf((float) now));
    if (optimizer instanceof Adam adam) {
      batch.with(beta1Power, TFloat32.scalarOf(power(adam.beta1(), number)));
      batch.with(beta2Power, TFloat32.scalarOf(power(adam.beta2(), number)));
    }
    return batch;
  }

  private static float power(double beta, long number) {
    return (float) StrictMath.pow(beta, (double) number);
  }
}
