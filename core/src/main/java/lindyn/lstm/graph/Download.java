package lindyn.lstm.graph;

import lindyn.FloatMatrix;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Copies numbers out of the variables of a session.
 *
 * @param session has them
 */
record Download(Session session) {

  /** Returns a tensor's numbers. */
  static float[] numbers(Tensor tensor) {
    float[] numbers = new float[(int) tensor.shape().size()];
    ((TFloat32) tensor).asRawTensor().data().asFloats().read(numbers);
    return numbers;
  }

  /** Returns a vector as the weights of a network, see {@link WeightVector}. */
  LstmWeights weights(LstmShape shape, Variable<TFloat32> vector) {
    return WeightVector.weights(shape, numbers(vector));
  }

  /** Returns a matrix. */
  FloatMatrix matrix(Variable<TFloat32> matrix) {
    Shape size = matrix.shape();
    return FloatMatrix.of((int) size.get(0), (int) size.get(1), numbers(matrix));
  }

  private float[] numbers(Variable<TFloat32> variable) {
    try (Result result = session.runner().fetch(variable).run()) {
      return numbers(result.get(0));
    }
  }
}
