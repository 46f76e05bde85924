package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.StatelessWhile;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A loop over time steps in a graph. Its body is a function of its own: it sees nothing but the
 * time step and the values that are handed to it.
 */
final class TimeLoop {

  private final String name;
  private final int timeSteps;
  private final List<Operand<TFloat32>> constants;
  private final List<Operand<TFloat32>> variables;

  /**
   * Takes what the loop runs over.
   *
   * @param name unique in the graph: TensorFlow finds functions by name alone
   * @param timeSteps number of iterations
   * @param constants what every iteration sees
   * @param variables what every iteration sees and replaces, as it is before the first one
   */
  TimeLoop(
      String name,
      int timeSteps,
      List<Operand<TFloat32>> constants,
      List<Operand<TFloat32>> variables) {
    this.name = name;
    this.timeSteps = timeSteps;
    this.constants = constants;
    this.variables = variables;
  }

  /** One time step: returns the variables' next values, in their order. */
  @FunctionalInterface
  interface Body {
    List<Operand<TFloat32>> step(
        Ops tf,
        Operand<TInt32> timeStep,
        List<Operand<TFloat32>> constants,
        List<Operand<TFloat32>> variables);
  }

  /** Runs the body for time steps 0, 1, …; returns the last variables. */
  List<Operand<TFloat32>> forward(Ops tf, Body body) {
    return build(tf, 0, timeSteps, 1, body);
  }

  /** Runs the body for time steps …, 1, 0; returns the last variables. */
  List<Operand<TFloat32>> backward(Ops tf, Body body) {
    return build(tf, timeSteps - 1, -1, -1, body);
  }

  private List<Operand<TFloat32>> build(Ops tf, int first, int end, int increment, Body body) {
    List<Operand<?>> initial = new ArrayList<>();
    initial.add(tf.constant(first));
    initial.addAll(constants);
    initial.addAll(variables);
    List<Operand<TFloat32>> results = new ArrayList<>();
    try (ConcreteFunction condition = condition(end);
        ConcreteFunction iteration = iteration(increment, body)) {
      StatelessWhile loop = tf.statelessWhile(initial, condition, iteration);
      for (int i = 0; i < variables.size(); i++) {
        results.add(loop.op().output(1 + constants.size() + i));
      }
    }
    return results;
  }

  private ConcreteFunction condition(int end) {
    return ConcreteFunction.create(
        tf -> {
          Signature.Builder signature = Signature.builder(name + "_condition");
          Operand<TInt32> timeStep = arguments(tf, signature, new ArrayList<>());
          signature.output("go_on", tf.math.notEqual(timeStep, tf.constant(end)));
          return signature.build();
        });
  }

  private ConcreteFunction iteration(int increment, Body body) {
    return ConcreteFunction.create(
        tf -> {
          Signature.Builder signature = Signature.builder(name + "_body");
          List<Operand<TFloat32>> values = new ArrayList<>();
          Operand<TInt32> timeStep = arguments(tf, signature, values);
          List<Operand<TFloat32>> fixed = values.subList(0, constants.size());
          List<Operand<TFloat32>> next = new ArrayList<>(fixed);
          next.addAll(body.step(tf, timeStep, fixed, values.subList(fixed.size(), values.size())));
          signature.output("t", tf.math.add(timeStep, tf.constant(increment)));
          for (int i = 0; i < next.size(); i++) {
            signature.output("v" + i, tf.identity(next.get(i)));
          }
          return signature.build();
        });
  }

  /** Adds the time step and all values as arguments of a function. */
  private Operand<TInt32> arguments(
      Ops tf, Signature.Builder signature, List<Operand<TFloat32>> values) {
    Operand<TInt32> timeStep = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
    signature.input("t", timeStep);
    List<Operand<TFloat32>> all = new ArrayList<>(constants);
    all.addAll(variables);
    for (int i = 0; i < all.size(); i++) {
      Operand<TFloat32> value =
          tf.placeholder(TFloat32.class, Placeholder.shape(all.get(i).shape()));
      values.add(value);
      signature.input("v" + i, value);
    }
    return timeStep;
  }
}
