package lindyn.lstm.graph;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.framework.optimizers.Optimizer;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ApplyAdam;
import org.tensorflow.types.family.TType;

/**
 * Adam with fed powers of its betas. The framework's own Adam multiplies them in the graph without
 * waiting for the weights that still read them, so its runs differ.
 */
final class AdamSteps extends Optimizer {

  private static final String MEAN = "mean";
  private static final String SQUARE = "square";

  static final List<String> SLOTS = List.of(MEAN, SQUARE);

  private final Adam settings;
  private final StepInputs inputs;

  AdamSteps(Graph graph, Adam settings, StepInputs inputs) {
    super(graph);
    this.settings = settings;
    this.inputs = inputs;
  }

  @Override
  protected void createSlots(List<Output<? extends TType>> variables) {
    for (Output<? extends TType> variable : variables) {
      createSlotsOf(variable);
    }
  }

  private <T extends TType> void createSlotsOf(Output<T> variable) {
    for (String slot : SLOTS) {
      createSlot(variable.asOutput(), slot, tf.zerosLike(variable));
    }
  }

  @Override
  protected <T extends TType> Op applyDense(Ops deps, Output<T> gradient, Output<T> variable) {
    Class<T> type = gradient.type();
    return deps.train.applyAdam(
        variable,
        getSlot(variable, MEAN).orElseThrow(),
        getSlot(variable, SQUARE).orElseThrow(),
        deps.dtypes.cast(inputs.beta1Power(), type),
        deps.dtypes.cast(inputs.beta2Power(), type),
        deps.dtypes.cast(inputs.rate(), type),
        deps.dtypes.cast(deps.constant((float) settings.beta1()), type),
        deps.dtypes.cast(deps.constant((float) settings.beta2()), type),
        deps.dtypes.cast(deps.constant((float) settings.epsilon()), type),
        gradient,
        ApplyAdam.useLocking(true));
  }

  @Override
  public String getOptimizerName() {
    return "Adam";
  }
}
