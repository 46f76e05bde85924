package lindyn.lstm.graph;

import java.util.Arrays;
import java.util.List;
import lindyn.lstm.LstmShape;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.framework.optimizers.Optimizer;
import org.tensorflow.framework.optimizers.Optimizer.GradAndVar;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** An {@link UpdateRule} as part of a graph: one step of all weights. */
final class UpdateGraph {

  private final UpdateRule rule;
  private final StepInputs inputs;
  private final Op step;
  private final List<Variable<TFloat32>> slots;

  /**
   * Builds the step.
   *
   * @param tf builds it where the weights are
   * @param inputs what it is fed
   * @param weights see {@link WeightVector}
   * @param gradient of the loss by the weights
   */
  UpdateGraph(
      Graph graph,
      Ops tf,
      LstmShape shape,
      UpdateRule rule,
      StepInputs inputs,
      Variable<TFloat32> weights,
      Operand<TFloat32> gradient) {
    this.rule = rule;
    this.inputs = inputs;
    Ops scoped = tf.withSubScope("update");
    Operand<TFloat32> ready = afterDecay(scoped, shape, weights, clipped(scoped, gradient));
    Optimizer optimizer = optimizer(graph);
    step =
        optimizer.applyGradients(
            List.of(new GradAndVar<>(ready.asOutput(), weights.asOutput())), "step");
    slots =
        slotNames().stream()
            .map(name -> optimizer.getSlot(weights.asOutput(), name).orElseThrow())
            .toList();
  }

  private Optimizer optimizer(Graph graph) {
    if (rule.optimizer() instanceof Adam adam) {
      return new AdamSteps(graph, adam, inputs);
    }
    return new AdagradSteps(graph, (Adagrad) rule.optimizer(), inputs.rate());
  }

  private List<String> slotNames() {
    return rule.optimizer() instanceof Adam ? AdamSteps.SLOTS : AdagradSteps.SLOTS;
  }

  /** Scales g by min(1, c / ‖g‖), with the norm over all weights. */
  private Operand<TFloat32> clipped(Ops tf, Operand<TFloat32> gradient) {
    if (rule.clipNorm() == UpdateRule.UNCLIPPED) {
      return gradient;
    }
    Operand<TFloat32> norm = tf.math.sqrt(tf.reduceSum(tf.math.square(gradient), tf.constant(0)));
    Operand<TFloat32> scale =
        tf.math.minimum(tf.constant(1f), tf.math.div(tf.constant((float) rule.clipNorm()), norm));
    return tf.math.mul(gradient, scale);
  }

  /** Shrinks the kernels once the gradient is known; the gradient is passed on after that. */
  private Operand<TFloat32> afterDecay(
      Ops tf, LstmShape shape, Variable<TFloat32> weights, Operand<TFloat32> gradient) {
    if (rule.weightDecay() == 0) {
      return gradient;
    }
    Ops afterGradient = tf.withControlDependencies(List.of(tf.identity(gradient)));
    Operand<TFloat32> part =
        afterGradient.math.mul(
            inputs.rate(), tf.constant(decayed(shape, (float) rule.weightDecay())));
    Operand<TFloat32> now = afterGradient.identity(weights);
    Op decay = tf.assignSub(weights, tf.math.mul(now, part));
    return tf.withControlDependencies(List.of(decay)).identity(gradient);
  }

  /** Returns the decay of each weight: none for biases, which are every second matrix. */
  private static float[] decayed(LstmShape shape, float decay) {
    float[] decays = new float[shape.parameters()];
    int offset = 0;
    for (int i = 0; i < shape.matrices().size(); i++) {
      int size = shape.matrices().get(i).size();
      Arrays.fill(decays, offset, offset + size, i % 2 == 0 ? decay : 0);
      offset += size;
    }
    return decays;
  }

  /** Returns what a run must do to take the step. */
  Op step() {
    return step;
  }

  /** Returns the optimiser's variables, each with a number per weight. */
  List<Variable<TFloat32>> slots() {
    return slots;
  }
}
