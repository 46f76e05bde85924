package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The weights under training, and what changes them: once for all devices, or on each device on its
 * own share of the batches, with weights and all that the optimisers remember averaged now and then
 * (McMahan et al. 2017, federated averaging).
 */
final class Learners {

  private final List<Learner> all;
  private final Op step;
  private final Optional<Op> average;

  /**
   * Weights, and their step.
   *
   * @param weights see {@link WeightVector}
   * @param update changes them
   */
  record Learner(Variable<TFloat32> weights, UpdateGraph update) {

    /** Returns the weights, then the optimiser's variables. */
    List<Variable<TFloat32>> variables() {
      return Stream.concat(Stream.of(weights), update.slots().stream()).toList();
    }
  }

  /** Builds a step of all, and their average if there are several. */
  Learners(Ops tf, List<Learner> all) {
    this.all = List.copyOf(all);
    step = tf.withControlDependencies(all.stream().map(one -> one.update().step()).toList()).noOp();
    average = all.size() == 1 ? Optional.empty() : Optional.of(average(tf));
  }

  private Op average(Ops tf) {
    List<Op> assigned = new ArrayList<>();
    for (int v = 0; v < first().variables().size(); v++) {
      int place = v;
      List<Variable<TFloat32>> copies =
          all.stream().map(learner -> learner.variables().get(place)).toList();
      List<Operand<TFloat32>> values =
          copies.stream().<Operand<TFloat32>>map(tf::identity).toList();
      Operand<TFloat32> mean =
          tf.math.div(tf.math.addN(values), tf.constant((float) values.size()));
      copies.forEach(copy -> assigned.add(tf.assign(copy, mean)));
    }
    return tf.withControlDependencies(assigned).noOp();
  }

  /** Returns the one that has all weights after an average. */
  Learner first() {
    return all.get(0);
  }

  /** Returns the learners, one or one per device. */
  List<Learner> all() {
    return all;
  }

  /** Returns what a run must do to take a step. */
  Op step() {
    return step;
  }

  /** Returns what makes all the same, if there are several. */
  Optional<Op> average() {
    return average;
  }
}
