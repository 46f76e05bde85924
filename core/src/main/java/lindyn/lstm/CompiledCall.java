package lindyn.lstm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** A function of float32 arrays that XLA compiles as one program, called in a graph. */
final class CompiledCall {

  /** The function's results as a graph of its arguments. */
  @FunctionalInterface
  interface Body {
    List<Operand<TFloat32>> build(Ops tf, List<Operand<TFloat32>> arguments);
  }

  private CompiledCall() {}

  /** Adds the call to a graph; all shapes are static. Returns the results. */
  static List<Operand<TFloat32>> add(
      Ops tf, String name, List<Operand<TFloat32>> arguments, Body body) {
    try (ConcreteFunction function =
        ConcreteFunction.create(f -> define(f, name, arguments, body))) {
      int results = function.signature().outputNames().size();
      var call =
          tf.scope()
              .env()
              .opBuilder("StatefulPartitionedCall", tf.scope().makeOpName(name), tf.scope())
              .addInputList(arguments.stream().map(Operand::asOutput).toArray(Output<?>[]::new))
              .setAttr("Tin", types(arguments.size()))
              .setAttr("Tout", types(results))
              .setAttr("f", function)
              .setAttr("_XlaMustCompile", true)
              .build();
      List<Operand<TFloat32>> outputs = new ArrayList<>();
      for (int i = 0; i < results; i++) {
        outputs.add(call.output(i));
      }
      return outputs;
    }
  }

  private static Signature define(
      Ops tf, String name, List<Operand<TFloat32>> arguments, Body body) {
    Signature.Builder signature = Signature.builder(name);
    List<Operand<TFloat32>> inside = new ArrayList<>();
    for (Operand<TFloat32> argument : arguments) {
      Operand<TFloat32> placeholder =
          tf.placeholder(TFloat32.class, Placeholder.shape(argument.shape()));
      signature.input("a" + inside.size(), placeholder);
      inside.add(placeholder);
    }
    List<Operand<TFloat32>> results = body.build(tf, inside);
    for (int i = 0; i < results.size(); i++) {
      signature.output("r" + i, tf.identity(results.get(i)));
    }
    return signature.build();
  }

  private static DataType[] types(int count) {
    return Collections.nCopies(count, DataType.DT_FLOAT).toArray(new DataType[0]);
  }
}
