package lindyn.lstm.graph;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.framework.optimizers.AdaGrad;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ApplyAdagrad;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** The framework's AdaGrad with a learning rate that can be fed: its own is a constant. */
final class AdagradSteps extends AdaGrad {

  static final List<String> SLOTS = List.of(ACCUMULATOR);

  private final Operand<TFloat32> rate;

  AdagradSteps(Graph graph, Adagrad settings, Operand<TFloat32> rate) {
    super(graph, (float) settings.learningRate(), (float) settings.initialAccumulator());
    this.rate = rate;
  }

  @Override
  protected <T extends TType> Op applyDense(Ops deps, Output<T> gradient, Output<T> variable) {
    return deps.train.applyAdagrad(
        variable,
        getSlot(variable, ACCUMULATOR).orElseThrow(),
        deps.dtypes.cast(rate, gradient.type()),
        gradient,
        ApplyAdagrad.updateSlots(true),
        ApplyAdagrad.useLocking(true));
  }
}
