package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import lindyn.FloatMatrix;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceOrder;
import lindyn.data.ValidationBatches;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
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

  /** A process can trace one run at a time, of all its sessions. */
  private static final Object TRACE = new Object();

  private final LstmShape shape;
  private final Graph graph = new Graph();
  private final Session session;
  private final Upload upload;
  private final Variable<TFloat32> weights;
  private final BatchSource train;
  private final BatchSource validation;
  private final ValidationBatches validationBatches;
  private final Operand<TFloat32> losses;
  private final UpdateGraph update;
  private final Optional<CarriedState> carried;
  private final Operand<TFloat32> squaredErrors;
  private long updates;

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
    Towers towers =
        Towers.of(settings.engine().of(config.cell()), settings.threads(), settings.batchSize());
    session = new Session(graph, false, towers.session());
    upload = new Upload(tf, session);
    weights = tf.variable(Shape.of(shape.parameters()), TFloat32.class);
    // Before the optimiser, whose slots are initialised from it.
    upload.to(weights, WeightVector.of(initialWeights(config, settings.seed())));
    UnrolledBatch trainSizes = UnrolledBatch.of("train", shape, config, settings.batchSize());
    validationBatches =
        ValidationBatches.of(validationSamples, config.history(), settings.sequences());
    UnrolledBatch validationSizes =
        UnrolledBatch.of("validate", shape, config, validationBatches.size());
    long room = settings.residentBytes();
    carried = CarriedState.zero(upload, trainSizes, settings.sequences());
    train = BatchSource.of(upload, trainSamples, trainSizes, carried, room);
    var validated = CarriedState.zero(upload, validationSizes, settings.sequences());
    validation = BatchSource.of(upload, validationSamples, validationSizes, validated, room);
    var outcome = towers.sums(tf, trainSizes, train, tf.identity(weights));
    LossSums sums = outcome.value();
    losses = CarriedState.kept(tf, carried, outcome, sums.losses(tf));
    update = new UpdateGraph(graph, shape, settings.rule(), weights, sums.gradient(tf));
    var errors = towers.squaredErrors(tf, validationSizes, validation, tf.identity(weights));
    squaredErrors = CarriedState.kept(tf, validated, errors, errors.value());
    session.initialize();
  }

  /**
   * How a network is trained.
   *
   * @param rule how the weights learn from their gradients
   * @param batchSize windows or sequences per update
   * @param threads threads of the numerics
   * @param seed seed of the initial weights
   * @param residentBytes samples of at most this size are kept on the device, whatever the heap; of
   *     larger ones each batch crosses to it
   * @param engine what computes the step
   * @param sequences whether they go on from each other, so that a state is carried
   */
  public record Settings(
      UpdateRule rule,
      int batchSize,
      int threads,
      long seed,
      long residentBytes,
      Engine engine,
      SequenceOrder sequences) {

    /** Leaves room for other things on any machine that has a log of this size. */
    public static final long RESIDENT_BYTES = 1L << 30;

    /**
     * Keeps samples of at most {@link #RESIDENT_BYTES} on the device, compiles the step, and
     * carries no state.
     */
    public Settings(UpdateRule rule, int batchSize, int threads, long seed) {
      this(rule, batchSize, threads, seed, RESIDENT_BYTES, Engine.COMPILED, SequenceOrder.RANDOM);
    }

    /** Returns these settings with another engine. */
    public Settings withEngine(Engine newEngine) {
      return new Settings(rule, batchSize, threads, seed, residentBytes, newEngine, sequences);
    }

    /** Returns these settings with another limit for samples on the device. */
    public Settings withResidentBytes(long newResidentBytes) {
      return new Settings(rule, batchSize, threads, seed, newResidentBytes, engine, sequences);
    }

    /** Returns these settings with another order of the sequences. */
    public Settings withSequences(SequenceOrder newSequences) {
      return new Settings(rule, batchSize, threads, seed, residentBytes, engine, newSequences);
    }
  }

  private LstmWeights initialWeights(LstmConfig config, long seed) {
    return new InitialWeights(config.base(), new SplittableRandom(seed)).draw(shape);
  }

  /**
   * Takes one step of the optimiser.
   *
   * @param batch the windows or sequences
   * @return the mean squared error of each joint before the step, on standardised torques
   * @throws IllegalArgumentException if the batch has another size than the settings say
   */
  public float[] update(List<Sequence> batch) {
    return update(batch, 1);
  }

  /**
   * Takes one step of the optimiser.
   *
   * @param batch the windows or sequences
   * @param rateFactor what the optimiser's learning rate is multiplied by in this step
   * @return the mean squared error of each joint before the step, on standardised torques
   * @throws IllegalArgumentException if the batch has another size than the settings say
   */
  public float[] update(List<Sequence> batch, double rateFactor) {
    try (FedBatch fed = train.feed(batch)) {
      return update(fed, rateFactor);
    }
  }

  /**
   * Takes one step of the optimiser on samples that are not those of the session.
   *
   * @param samples standardised in the same way
   * @param batch the windows or sequences of these samples
   * @return the mean squared error of each joint before the step, on standardised torques
   * @throws IllegalStateException if the session keeps its samples on the device
   * @throws IllegalArgumentException if the batch has another size than the settings say
   */
  public float[] updateOn(SampleMatrix samples, List<Sequence> batch) {
    if (!(train instanceof FedSamples fedSamples)) {
      throw new IllegalStateException("the samples of this session are on the device");
    }
    try (FedBatch fed = fedSamples.feed(samples, batch)) {
      return update(fed, 1);
    }
  }

  private float[] update(FedBatch batch, double rateFactor) {
    FedBatch fed = update.feed(batch, updates + 1, rateFactor);
    try (Result result = fed.into(session.runner()).addTarget(update.step()).fetch(losses).run()) {
      updates++;
      return numbers(result.get(0));
    }
  }

  /**
   * Returns steps of the optimiser in a row. While the device computes one, another thread prepares
   * the batch of the next one.
   *
   * @param count number of steps
   * @param batches returns the batch of a step, counted from 0; called on one other thread, in
   *     order
   */
  public Updates updates(int count, IntFunction<List<Sequence>> batches) {
    return new Updates(new BatchesAhead(count, step -> train.feed(batches.apply(step))));
  }

  /** Steps of the optimiser in a row. */
  public final class Updates implements AutoCloseable {

    private final BatchesAhead ahead;

    private Updates(BatchesAhead ahead) {
      this.ahead = ahead;
    }

    /**
     * Takes the next step, see {@link #update(List, double)}.
     *
     * @param rateFactor what the optimiser's learning rate is multiplied by in this step
     * @throws java.util.NoSuchElementException after the last one
     */
    public float[] next(double rateFactor) {
      try (FedBatch batch = ahead.next()) {
        return update(batch, rateFactor);
      }
    }

    /** Leaves the steps that have not been taken. */
    @Override
    public void close() {
      ahead.close();
    }
  }

  /**
   * Returns the mean squared error of each joint over the validation samples, on standardised
   * torques.
   */
  public double[] validationLosses() {
    return validationLosses(validationBatches);
  }

  /**
   * Returns the mean squared error of each joint over some of the validation samples, on
   * standardised torques.
   *
   * @param batches of at most as many sequences as those of all validation samples
   */
  public double[] validationLosses(ValidationBatches batches) {
    double[] sums = new double[shape.joints()];
    long samples = 0;
    for (int number = 0; number < batches.count(); number++) {
      List<Sequence> batch = new ArrayList<>(batches.at(number));
      samples += batch.stream().mapToInt(Sequence::scoredSamples).sum();
      while (batch.size() < validationBatches.size()) {
        batch.add(Sequence.unscored());
      }
      addErrors(batch, sums);
    }
    double scored = samples;
    return Arrays.stream(sums).map(sum -> sum / scored).toArray();
  }

  private void addErrors(List<Sequence> batch, double[] sums) {
    try (FedBatch fed = validation.feed(batch);
        Result result = fed.into(session.runner()).fetch(squaredErrors).run()) {
      float[] errors = numbers(result.get(0));
      for (int i = 0; i < errors.length; i++) {
        sums[i / batch.size()] += errors[i];
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
    return weights(weights);
  }

  /**
   * Replaces the weights, whatever the optimiser remembers.
   *
   * @throws IllegalArgumentException if they are of another network
   */
  public void setWeights(LstmWeights newWeights) {
    restore(weights, newWeights);
  }

  /** Returns a copy of all that the updates have changed. */
  public SessionState state() {
    return new SessionState(
        updates,
        weights(),
        update.slots().stream().map(this::weights).toList(),
        carried.map(this::matrix));
  }

  /**
   * Goes back to a state: what follows is what followed it, bit by bit with one thread.
   *
   * @param state of a session of the same network, optimiser and samples
   * @throws IllegalArgumentException if it is of another network, optimiser, batch size or order
   */
  public void restore(SessionState state) {
    if (state.slots().size() != update.slots().size()) {
      throw new IllegalArgumentException(
          "the state is of another optimiser: it has "
              + state.slots().size()
              + " numbers per weight, expected "
              + update.slots().size());
    }
    restore(state.carried());
    restore(weights, state.weights());
    for (int slot = 0; slot < state.slots().size(); slot++) {
      restore(update.slots().get(slot), state.slots().get(slot));
    }
    updates = state.updates();
  }

  private void restore(Optional<FloatMatrix> state) {
    Optional<Shape> found = state.map(matrix -> Shape.of(matrix.rows(), matrix.columns()));
    Optional<Shape> expected = carried.map(own -> own.numbers().shape());
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "the state carries " + found + " from batch to batch, expected " + expected);
    }
    carried.ifPresent(own -> upload.to(own.numbers(), state.orElseThrow().toArray()));
  }

  private void restore(Variable<TFloat32> variable, LstmWeights numbers) {
    if (!numbers.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "the state is of a network with " + numbers.shape() + ", expected " + shape);
    }
    upload.to(variable, WeightVector.of(numbers));
  }

  private LstmWeights weights(Variable<TFloat32> variable) {
    return WeightVector.weights(shape, numbers(variable));
  }

  private FloatMatrix matrix(CarriedState state) {
    Shape size = state.numbers().shape();
    return FloatMatrix.of((int) size.get(0), (int) size.get(1), numbers(state.numbers()));
  }

  private float[] numbers(Variable<TFloat32> variable) {
    try (Result result = session.runner().fetch(variable).run()) {
      return numbers(result.get(0));
    }
  }

  /** Returns the device that the network's arithmetic really ran on, such as {@code cpu:0}. */
  public String device() {
    List<Sequence> anySequences =
        Collections.nCopies(validationBatches.size(), new Sequence(0, 0, 0));
    try (FedBatch fed = validation.feed(anySequences);
        Result result = traced(fed)) {
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

  private Result traced(FedBatch fed) {
    RunOptions options = RunOptions.newBuilder().setTraceLevel(TraceLevel.FULL_TRACE).build();
    synchronized (TRACE) {
      return fed.into(session.runner())
          .fetch(squaredErrors)
          .setOptions(options)
          .runAndFetchMetadata();
    }
  }

  /** Returns the version of the TensorFlow library. */
  public static String tensorflowVersion() {
    return TensorFlow.version();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
