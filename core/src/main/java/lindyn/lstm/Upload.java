package lindyn.lstm;

import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Copies numbers into the variables of a session. */
final class Upload {

  private final Ops tf;
  private final Session session;

  Upload(Ops tf, Session session) {
    this.tf = tf;
    this.session = session;
  }

  void to(Variable<TFloat32> variable, float[] values) {
    Placeholder<TFloat32> source =
        tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape()));
    try (TFloat32 tensor = TFloat32.tensorOf(variable.shape(), DataBuffers.of(values))) {
      session.runner().feed(source, tensor).addTarget(tf.assign(variable, source)).run().close();
    }
  }
}
