package lindyn.lstm.graph;

import java.util.function.Consumer;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Copies numbers into the variables of a session.
 *
 * @param tf builds the graph
 * @param session runs it
 */
record Upload(Ops tf, Session session) {

  /** Rows are copied so many at a time. */
  private static final int BLOCK = 4096;

  /** Copies a row into an array, from an offset on. */
  interface Rows {
    void copy(int row, float[] target, int offset);
  }

  /** Returns what copies to a device. */
  Upload on(DeviceSpec device) {
    return new Upload(tf.withDevice(device), session);
  }

  /** Copies all of a variable's numbers, in row-major order. */
  void to(Variable<TFloat32> variable, float[] values) {
    write(variable, buffer -> buffer.write(values));
  }

  /** Copies a matrix row by row, so that the heap never holds it. */
  void rows(Variable<TFloat32> variable, Rows rows) {
    int count = (int) variable.shape().get(0);
    int columns = (int) variable.shape().get(1);
    write(
        variable,
        buffer -> {
          float[] block = new float[BLOCK * columns];
          for (int first = 0; first < count; first += BLOCK) {
            int size = Math.min(BLOCK, count - first);
            for (int i = 0; i < size; i++) {
              rows.copy(first + i, block, i * columns);
            }
            buffer.offset((long) first * columns).write(block, 0, size * columns);
          }
        });
  }

  private void write(Variable<TFloat32> variable, Consumer<FloatDataBuffer> writer) {
    Placeholder<TFloat32> source =
        tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape()));
    try (TFloat32 tensor =
        TFloat32.tensorOf(
            variable.shape(), data -> writer.accept(data.asRawTensor().data().asFloats()))) {
      session.runner().feed(source, tensor).addTarget(tf.assign(variable, source)).run().close();
    }
  }
}
