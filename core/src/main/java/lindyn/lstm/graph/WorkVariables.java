package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Work arrays that live from one run to the next as variables of the graph: a compiled program
 * updates them in place, so that no run allocates and clears them. No two runs may use them at a
 * time.
 */
final class WorkVariables {

  private final List<Operand<TFloat32>> initial;
  private final List<Operand<? extends TType>> handles = new ArrayList<>();

  /**
   * Declares the variables in a graph, and their filling among what initialises it.
   *
   * @param name unique in the graph
   * @param initial what they begin with, built from {@code tf.withInitScope()}
   */
  WorkVariables(Ops tf, String name, List<Operand<TFloat32>> initial) {
    this.initial = initial;
    Ops init = tf.withInitScope();
    for (Operand<TFloat32> array : initial) {
      VarHandleOp.Options shared = VarHandleOp.sharedName(name + "_work" + handles.size());
      Operand<TType> handle = init.varHandleOp(TFloat32.class, array.shape(), shared);
      init.assignVariableOp(handle, array);
      handles.add(handle);
    }
  }

  /** Returns the variables, as arguments of a function. */
  List<Operand<? extends TType>> handles() {
    return handles;
  }

  /**
   * Builds the present values of the variables.
   *
   * @param arguments the variables as a function sees them
   */
  List<Operand<TFloat32>> read(Ops tf, List<Operand<? extends TType>> arguments) {
    List<Operand<TFloat32>> values = new ArrayList<>();
    for (int i = 0; i < initial.size(); i++) {
      Operand<TFloat32> value = tf.readVariableOp(arguments.get(i), TFloat32.class);
      values.add(tf.reshape(value, tf.constant(initial.get(i).shape())));
    }
    return values;
  }

  /** Returns operations that come after the variables have been given new values. */
  static Ops afterWriting(
      Ops tf, List<Operand<? extends TType>> arguments, List<Operand<TFloat32>> values) {
    List<Op> writes = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      writes.add(tf.assignVariableOp(arguments.get(i), values.get(i)));
    }
    return tf.withControlDependencies(writes);
  }
}
