package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** A function that is called in a graph, and runs on the device of the call. */
final class FunctionCall {

  /** The function's results as a graph of its arguments. */
  @FunctionalInterface
  interface Body {
    List<Operand<TFloat32>> build(
        Ops tf, List<Operand<TFloat32>> arguments, List<Operand<? extends TType>> variables);
  }

  private FunctionCall() {}

  /** How a function runs. */
  enum Mode {
    /** XLA compiles it as one program. */
    COMPILED,
    /** Operation by operation. */
    INTERPRETED
  }

  /**
   * Adds the call to a graph; all shapes are static.
   *
   * @param mode how it runs
   * @param name of the function, unique in its process
   * @param arguments float32 arrays
   * @param variables handles of variables that the function may change
   * @return its results
   */
  static List<Operand<TFloat32>> add(
      Ops tf,
      Mode mode,
      String name,
      List<Operand<TFloat32>> arguments,
      List<Operand<? extends TType>> variables,
      Body body) {
    List<Operand<? extends TType>> all = new ArrayList<>(arguments);
    all.addAll(variables);
    List<DataType> types =
        new ArrayList<>(Collections.nCopies(arguments.size(), DataType.DT_FLOAT));
    types.addAll(Collections.nCopies(variables.size(), DataType.DT_RESOURCE));
    try (ConcreteFunction function =
        ConcreteFunction.create(f -> define(f, name, arguments, variables.size(), body))) {
      DataType[] results = new DataType[function.signature().outputNames().size()];
      Arrays.fill(results, DataType.DT_FLOAT);
      Operation call =
          tf.scope()
              .apply(
                  tf.scope()
                      .env()
                      .opBuilder("StatefulPartitionedCall", tf.scope().makeOpName(name), tf.scope())
                      .addInputList(all.stream().map(Operand::asOutput).toArray(Output<?>[]::new))
                      .setAttr("Tin", types.toArray(new DataType[0]))
                      .setAttr("Tout", results)
                      .setAttr("f", function)
                      .setAttr("_XlaMustCompile", mode == Mode.COMPILED))
              .build();
      List<Operand<TFloat32>> outputs = new ArrayList<>();
      for (int i = 0; i < results.length; i++) {
        outputs.add(call.output(i));
      }
      return outputs;
    }
  }

  private static Signature define(
      Ops tf, String name, List<Operand<TFloat32>> arguments, int variables, Body body) {
    Signature.Builder signature = Signature.builder(name);
    List<Operand<TFloat32>> arrays = new ArrayList<>();
    for (Operand<TFloat32> argument : arguments) {
      Operand<TFloat32> array = tf.placeholder(TFloat32.class, Placeholder.shape(argument.shape()));
      signature.input("a" + arrays.size(), array);
      arrays.add(array);
    }
    List<Operand<? extends TType>> handles = new ArrayList<>();
    for (int i = 0; i < variables; i++) {
      Operand<? extends TType> handle =
          tf.scope()
              .env()
              .opBuilder("Placeholder", tf.scope().makeOpName("variable"), tf.scope())
              .setAttr("dtype", DataType.DT_RESOURCE)
              .setAttr("shape", Shape.scalar())
              .build()
              .output(0);
      signature.input("v" + i, handle);
      handles.add(handle);
    }
    List<Operand<TFloat32>> results = body.build(tf, arrays, handles);
    for (int i = 0; i < results.size(); i++) {
      signature.output("r" + i, tf.identity(results.get(i)));
    }
    return signature.build();
  }
}
