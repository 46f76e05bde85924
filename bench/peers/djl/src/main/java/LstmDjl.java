import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Trains the LSTM of a problem with DJL on PyTorch.
 *
 * <p>As in PyTorch, gates are in the order i, f, g, o, kernels are transposed, and the second bias
 * is frozen at zero. DJL's Adagrad is not implemented for PyTorch: {@link Adagrad} stands in.
 */
public final class LstmDjl {

  private LstmDjl() {}

  /** Takes the problem's folder and the number of threads. */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("ai.djl.pytorch.num_threads", arguments[1]);
    var problem = new Problem(Path.of(arguments[0]));
    int inputs = problem.size("inputs");
    int columns = inputs + problem.size("joints");
    Block lstm =
        LSTM.builder()
            .setNumLayers(problem.size("layers"))
            .setStateSize(problem.size("units"))
            .optBatchFirst(false)
            .build();
    Block readOut = Linear.builder().setUnits(problem.size("joints")).build();
    try (Model model = Model.newInstance("lstm")) {
      model.setBlock(new SequentialBlock().add(lstm).add(readOut));
      var config =
          new DefaultTrainingConfig(Loss.l2Loss("mean squared error", 1))
              .optOptimizer(new Adagrad(problem));
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(problem.size("timeSteps"), problem.size("batch"), inputs));
        setWeights(problem, lstm, readOut);
        NDArray samples =
            trainer
                .getManager()
                .create(problem.samples())
                .reshape(problem.samples().length / columns, columns);
        String name = "DJL " + Engine.getDjlVersion() + ", PyTorch " + Engine.getInstance().getVersion();
        problem.train(name, i -> update(trainer, samples, problem, i));
      }
    }
  }

  private static double update(Trainer trainer, NDArray samples, Problem problem, int number) {
    int inputs = problem.size("inputs");
    double before;
    try (var scope = new NDScope();
        GradientCollector collector = trainer.newGradientCollector()) {
      NDArray rows = trainer.getManager().create(rows(problem, number));
      NDArray drawn =
          samples
              .get(rows)
              .reshape(problem.size("timeSteps"), problem.size("batch"), samples.size(1));
      NDArray x = drawn.get(new NDIndex("..., :" + inputs));
      NDArray y = drawn.get(new NDIndex("..., " + inputs + ":"));
      NDArray loss = trainer.getLoss().evaluate(new NDList(y), trainer.forward(new NDList(x)));
      collector.backward(loss);
      before = loss.getFloat();
    }
    trainer.step();
    return before;
  }

  private static int[] rows(Problem problem, int update) {
    int batch = problem.size("batch");
    int[] rows = new int[problem.size("timeSteps") * batch];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = problem.row(update, i % batch, i / batch);
    }
    return rows;
  }

  private static void setWeights(Problem problem, Block lstm, Block readOut) {
    int units = problem.size("units");
    for (int layer = 0; layer < problem.size("layers"); layer++) {
      int below = layer == 0 ? problem.size("inputs") : units;
      String name = "l_" + layer + "_%s_%s";
      set(lstm, name.formatted("i2h", "WEIGHT"), gates(problem.nextWeights(below, 4 * units)));
      set(lstm, name.formatted("h2h", "WEIGHT"), gates(problem.nextWeights(units, 4 * units)));
      set(lstm, name.formatted("i2h", "BIAS"), gates(problem.nextWeights(1, 4 * units)));
      set(lstm, name.formatted("h2h", "BIAS"), new float[4 * units][1]);
      lstm.getParameters().get(name.formatted("h2h", "BIAS")).freeze(true);
    }
    set(readOut, "weight", transposed(problem.nextWeights(units, problem.size("joints"))));
    set(readOut, "bias", transposed(problem.nextWeights(1, problem.size("joints"))));
  }

  private static void set(Block block, String name, float[][] rows) {
    Parameter parameter = block.getParameters().get(name);
    float[] numbers = new float[rows.length * rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, numbers, row * rows[0].length, rows[0].length);
    }
    parameter.getArray().set(numbers);
  }

  /** Transposes, and swaps the last two gates. */
  private static float[][] gates(float[][] kernel) {
    float[][] rows = transposed(kernel);
    int units = rows.length / 4;
    float[][] swapped = rows.clone();
    System.arraycopy(rows, 2 * units, swapped, 3 * units, units);
    System.arraycopy(rows, 3 * units, swapped, 2 * units, units);
    return swapped;
  }

  private static float[][] transposed(float[][] matrix) {
    float[][] transposed = new float[matrix[0].length][matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < transposed.length; column++) {
        transposed[column][row] = matrix[row][column];
      }
    }
    return transposed;
  }

  /** Adagrad with an initial sum of squares and without epsilon. */
  private static final class Adagrad extends Optimizer {

    private final float learningRate;
    private final float initialAccumulator;
    private final Map<String, NDArray> sums = new HashMap<>();

    Adagrad(Problem problem) {
      super(new Builder());
      learningRate = problem.number("learningRate");
      initialAccumulator = problem.number("initialAccumulator");
    }

    @Override
    public void update(String parameter, NDArray weight, NDArray gradient) {
      NDArray sum =
          sums.computeIfAbsent(parameter, name -> weight.onesLike().muli(initialAccumulator));
      try (var scope = new NDScope()) {
        sum.addi(gradient.square());
        weight.subi(gradient.mul(learningRate).divi(sum.sqrt()));
        NDArray original = weight.getGradient(); // gradient is a copy
        original.subi(original); // the next gradient will be added to it
      }
    }

    private static final class Builder extends OptimizerBuilder<Builder> {
      @Override
      protected Builder self() {
        return this;
      }
    }
  }
}
