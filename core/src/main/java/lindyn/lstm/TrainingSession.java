package lindyn.lstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import lindyn.FloatMatrix;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.TensorFlow;
import org.tensorflow.framework.optimizers.AdaGrad;
import org.tensorflow.framework.optimizers.Optimizer.GradAndVar;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.RunOptions.TraceLevel;
import org.tensorflow.types.TFloat32;

/**
 * A network under training: weights, optimiser and samples on a device. Owns native memory; used by
 * one thread.
 */
public final class TrainingSession implements AutoCloseable {

  static {
    NativeMemory.liftLimits();
  }

  /** Sequences per call of the validation error; enough to fill the vector units. */
  private static final int VALIDATION_BATCH = 256;

  private final LstmShape shape;
  private final Graph graph = new Graph();
  private final Session session;
  private final List<Variable<TFloat32>> weights = new ArrayList<>();
  private final BatchSource train;
  private final BatchSource validation;
  private final UnrolledBatch validationSizes;
  private final Operand<TFloat32> losses;
  private final Op update;
  private final Operand<TFloat32> squaredErrors;

  /**
   * Builds the graph, draws the initial weights and moves the samples to the device.
   *
   * @param config the network
   * @param settings how it is trained
   * @param trainSamples what it learns from
   * @param validationSamples what its progress is measured by
   */
  public TrainingSession(
      LstmConfig config,
      Settings settings,
      SampleMatrix trainSamples,
      SampleMatrix validationSamples) {
    shape = config.shape(trainSamples.inputColumns(), trainSamples.targetColumns());
    Ops tf = Ops.create(graph);
    session = new Session(graph, false, threads(settings.threads()));
    var upload = new Upload(tf, session);
    for (FloatMatrix matrix : initialWeights(config, settings.seed()).matrices()) {
      Variable<TFloat32> weight =
          tf.variable(Shape.of(matrix.rows(), matrix.columns()), TFloat32.class);
      upload.to(weight, matrix.toArray()); // before Adagrad, whose slots are initialised from it
      weights.add(weight);
    }
    UnrolledBatch trainSizes = UnrolledBatch.of("train", shape, config, settings.batchSize());
    int sequences = SequenceIndex.covering(validationSamples, config.history()).size();
    validationSizes =
        UnrolledBatch.of("validate", shape, config, Math.min(VALIDATION_BATCH, sequences));
    long room = settings.residentBytes();
    train = BatchSource.of(upload, trainSamples, trainSizes, room);
    validation = BatchSource.of(upload, validationSamples, validationSizes, room);
    List<Operand<TFloat32>> lossAndGradients = lossAndGradients(tf, trainSizes);
    losses = lossAndGradients.get(0);
    update = adagrad(settings.adagrad(), lossAndGradients.subList(1, lossAndGradients.size()));
    squaredErrors = squaredErrors(tf);
    session.initialize();
  }

  /**
   * How a network is trained.
   *
   * @param adagrad the optimiser
   * @param batchSize windows or sequences per update
   * @param threads threads of the numerics
   * @param seed seed of the initial weights
   * @param residentBytes samples of at most this size are kept on the device, whatever the heap; of
   *     larger ones each batch crosses to it
   */
  public record Settings(
      Adagrad adagrad, int batchSize, int threads, long seed, long residentBytes) {

    /** Leaves room for other things on any machine that has a log of this size. */
    public static final long RESIDENT_BYTES = 1L << 30;

    /** Keeps samples of at most {@link #RESIDENT_BYTES} on the device. */
    public Settings(Adagrad adagrad, int batchSize, int threads, long seed) {
      this(adagrad, batchSize, threads, seed, RESIDENT_BYTES);
    }
  }

  private LstmWeights initialWeights(LstmConfig config, long seed) {
    return new InitialWeights(config.base(), new SplittableRandom(seed)).draw(shape);
  }

  private static ConfigProto threads(int threads) {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(1)
        .build();
  }

  private List<Operand<TFloat32>> lossAndGradients(Ops tf, UnrolledBatch sizes) {
    return CompiledCall.add(
        tf,
        sizes.name(),
        arguments(tf, train),
        (f, arguments) -> {
          LossGraph.Gradients result =
              new LossGraph(sizes).gradients(f, batch(arguments), weights(arguments));
          List<Operand<TFloat32>> results = new ArrayList<>();
          results.add(result.losses());
          results.addAll(result.gradients());
          return results;
        });
  }

  private Operand<TFloat32> squaredErrors(Ops tf) {
    return CompiledCall.add(
            tf,
            validationSizes.name(),
            arguments(tf, validation),
            (f, arguments) ->
                List.of(
                    new LossGraph(validationSizes)
                        .squaredErrors(f, batch(arguments), weights(arguments))))
        .get(0);
  }

  private List<Operand<TFloat32>> arguments(Ops tf, BatchSource samples) {
    List<Operand<TFloat32>> arguments = new ArrayList<>();
    arguments.add(samples.inputs(tf));
    arguments.add(samples.targets(tf));
    arguments.add(samples.mask(tf));
    weights.forEach(weight -> arguments.add(tf.identity(weight)));
    return arguments;
  }

  private static LossGraph.Batch batch(List<Operand<TFloat32>> arguments) {
    return new LossGraph.Batch(arguments.get(0), arguments.get(1), arguments.get(2));
  }

  private static List<Operand<TFloat32>> weights(List<Operand<TFloat32>> arguments) {
    return arguments.subList(3, arguments.size());
  }

  private Op adagrad(Adagrad settings, List<Operand<TFloat32>> gradients) {
    List<GradAndVar<?>> pairs = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      pairs.add(new GradAndVar<>(gradients.get(i).asOutput(), weights.get(i).asOutput()));
    }
    return new AdaGrad(
            graph, (float) settings.learningRate(), (float) settings.initialAccumulator())
        .applyGradients(pairs, "adagrad");
  }

  /**
   * Takes one step of the optimiser.
   *
   * @param batch ends and starts of the batch's sequences, see {@link SequenceIndex#batch}
   * @return the mean squared error of each joint before the step, on standardised torques
   * @throws IllegalArgumentException if the batch has another size than the settings say
   */
  public float[] update(int[] batch) {
    try (FedBatch fed = train.batch(batch);
        Result result = fed.into(session.runner()).addTarget(update).fetch(losses).run()) {
      return numbers(result.get(0));
    }
  }

  /**
   * Returns the mean squared error of each joint over the validation samples, on standardised
   * torques.
   *
   * @param sequences the windows or sequences to measure
   */
  public double[] validationLosses(SequenceIndex sequences) {
    int batch = validationSizes.batch();
    double[] sums = new double[shape.joints()];
    for (int from = 0; from < sequences.size(); from += batch) {
      int count = Math.min(batch, sequences.size() - from);
      addFirst(count, sequences.batch(from, batch), sums);
    }
    double samples = sequences.scoredSamples(validationSizes.scoredSteps());
    return Arrays.stream(sums).map(sum -> sum / samples).toArray();
  }

  /** Adds the squared errors of the first sequences of a batch; the others only fill it up. */
  private void addFirst(int count, int[] batch, double[] sums) {
    try (FedBatch fed = validation.batch(batch);
        Result result = fed.into(session.runner()).fetch(squaredErrors).run()) {
      float[] errors = numbers(result.get(0));
      for (int joint = 0; joint < sums.length; joint++) {
        for (int i = 0; i < count; i++) {
          sums[joint] += errors[joint * validationSizes.batch() + i];
        }
      }
    }
  }

  private static float[] numbers(Tensor tensor) {
    float[] numbers = new float[(int) tensor.shape().size()];
    ((TFloat32) tensor).asRawTensor().data().asFloats().read(numbers);
    return numbers;
  }

  /** Returns a copy of the current weights. */
  public LstmWeights weights() {
    Session.Runner runner = session.runner();
    weights.forEach(runner::fetch);
    List<FloatMatrix> matrices = new ArrayList<>();
    try (Result result = runner.run()) {
      for (int i = 0; i < result.size(); i++) {
        Shape size = result.get(i).shape();
        matrices.add(FloatMatrix.of((int) size.get(0), (int) size.get(1), numbers(result.get(i))));
      }
    }
    return LstmWeights.ofMatrices(shape, matrices);
  }

  /** Returns the device that the network's arithmetic really ran on, such as {@code cpu:0}. */
  public String device() {
    RunOptions traced = RunOptions.newBuilder().setTraceLevel(TraceLevel.FULL_TRACE).build();
    int[] anySequences = new int[2 * validationSizes.batch()];
    try (FedBatch fed = validation.batch(anySequences);
        Result result =
            fed.into(session.runner())
                .fetch(squaredErrors)
                .setOptions(traced)
                .runAndFetchMetadata()) {
      String node = squaredErrors.op().name();
      return result.getMetadata().orElseThrow().getStepStats().getDevStatsList().stream()
          .filter(
              stats ->
                  stats.getNodeStatsList().stream().anyMatch(n -> n.getNodeName().equals(node)))
          .map(stats -> stats.getDevice().replaceFirst(".*device:", "").toLowerCase(Locale.ROOT))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Returns the version of the TensorFlow library. */
  public String tensorflowVersion() {
    return TensorFlow.version();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
