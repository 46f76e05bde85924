package lindyn.lstm.graph;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceOrder;
import lindyn.data.ValidationBatches;
import lindyn.device.CudaSetup;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TargetedSession;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * A network under training: weights, optimiser and samples on a device. Owns native memory; used by
 * one thread.
 */
public final class TrainingSession implements AutoCloseable {

  static {
    NativeMemory.liftLimits();
  }

  private final LstmShape shape;
  private final Settings settings;
  private final Placement placement;
  private final Graph graph = new Graph();
  private final Session session;
  private final Upload upload;
  private final Download download;
  private final BatchSource train;
  private final ValidationGraph validation;
  private final Operand<TFloat32> losses;
  private final StepInputs inputs;
  private final Learners learners;
  private final Optional<CarriedState> carried;
  private long updates;

  /**
   * Builds the graph, draws the initial weights and moves the samples to the device.
   *
   * @param config the network
   * @param settings how it is trained
   * @param trainSamples what it learns from
   * @param validationSamples what its progress is measured by
   * @throws lindyn.InputException if the device cannot be used
   */
  public TrainingSession(
      LstmConfig config,
      Settings settings,
      SampleMatrix trainSamples,
      SampleMatrix validationSamples) {
    this(
        config,
        settings,
        Placement.of(settings.device(), settings.batchSize()),
        trainSamples,
        validationSamples);
  }

  /** Does the same on devices that are given. */
  TrainingSession(
      LstmConfig config,
      Settings settings,
      Placement placement,
      SampleMatrix trainSamples,
      SampleMatrix validationSamples) {
    this.settings = settings;
    this.placement = placement;
    shape = config.shape(trainSamples.inputColumns(), trainSamples.targetColumns());
    // What no tower computes belongs to the weights; TensorFlow would prefer any GPU of a cluster.
    Ops tf = Ops.create(graph).withDevice(placement.towers().get(0));
    var towers = new Towers(settings.engine().of(config.cell(), settings.device()), placement);
    session = TargetedSession.open(graph, placement.target(), placement.settings());
    download = new Download(session);
    upload = new Upload(tf, session);
    float[] drawn =
        WeightVector.of(
            new InitialWeights(config.base(), new SplittableRandom(settings.seed())).draw(shape));
    var weights = TowerWeights.filled(upload, placement, drawn);
    List<Operand<TFloat32>> values = weights.values();
    UnrolledBatch trainSizes = UnrolledBatch.of("train", shape, config, settings.batchSize());
    carried = CarriedState.zero(upload, trainSizes, settings.sequences());
    train = source(trainSamples, trainSizes, carried);
    ValidationBatches batches =
        ValidationBatches.of(validationSamples, config.history(), settings.sequences());
    UnrolledBatch sizes = UnrolledBatch.of("validate", shape, config, batches.size());
    var validated = CarriedState.zero(upload, sizes, settings.sequences());
    BatchSource source = source(validationSamples, sizes, validated);
    // From here on the graph has what must be initialised, and nothing can be copied until it is.
    Towers.Shared<LossSums> sums = towers.sums(tf, trainSizes, train, values);
    inputs = StepInputs.of(tf);
    learners = weights.learners(graph, shape, settings.rule(), inputs, sums);
    losses = CarriedState.kept(tf, carried, sums.all(), weights.losses(sums));
    var errors = towers.squaredErrors(tf, sizes, source, values);
    validation =
        new ValidationGraph(
            session,
            batches,
            source,
            placement,
            CarriedState.kept(tf, validated, errors.all(), errors.all().value()),
            errors.shares());
    session.initialize();
  }

  private BatchSource source(
      SampleMatrix samples, UnrolledBatch sizes, Optional<CarriedState> state) {
    return BatchSource.of(
        upload, samples, placement.homes(), sizes, state, settings.residentBytes());
  }

  /**
   * How a network is trained.
   *
   * @param rule how the weights learn from their gradients
   * @param batchSize windows or sequences per update
   * @param device where
   * @param seed seed of the initial weights
   * @param residentBytes samples of at most this size are kept on the device, whatever the heap; of
   *     larger ones each batch crosses to it
   * @param engine what computes the step
   * @param sequences whether they go on from each other, so that a state is carried
   */
  public record Settings(
      UpdateRule rule,
      int batchSize,
      Device device,
      long seed,
      long residentBytes,
      Engine engine,
      SequenceOrder sequences) {

    /** Leaves room for other things on any machine that has a log of this size. */
    private static final long RESIDENT_BYTES = 1L << 30;

    /**
     * Keeps samples of at most 1 GiB on the device, or of a quarter of a CUDA device's memory,
     * those for training and those for validation; compiles the step, and carries no state.
     */
    public Settings(UpdateRule rule, int batchSize, Device device, long seed) {
      this(
          rule,
          batchSize,
          device,
          seed,
          device instanceof Device.Gpus gpus ? CudaSetup.memoryBytes(gpus) / 4 : RESIDENT_BYTES,
          Engine.COMPILED,
          SequenceOrder.RANDOM);
    }

    /** Uses so many threads of the processor. */
    public Settings(UpdateRule rule, int batchSize, int threads, long seed) {
      this(rule, batchSize, new Device.Cpu(threads), seed);
    }

    /** Returns these settings with another engine. */
    public Settings withEngine(Engine newEngine) {
      return new Settings(rule, batchSize, device, seed, residentBytes, newEngine, sequences);
    }

    /** Returns these settings with another limit for samples on the device. */
    public Settings withResidentBytes(long newResidentBytes) {
      return new Settings(rule, batchSize, device, seed, newResidentBytes, engine, sequences);
    }

    /** Returns these settings with another order of the sequences. */
    public Settings withSequences(SequenceOrder newSequences) {
      return new Settings(rule, batchSize, device, seed, residentBytes, engine, newSequences);
    }
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
    FedBatch fed = inputs.feed(batch, settings.rule().optimizer(), updates + 1, rateFactor);
    float[] errors;
    try (Result result =
        fed.into(session.runner()).addTarget(learners.step()).fetch(losses).run()) {
      errors = Download.numbers(result.get(0));
    }
    updates++;
    if (updates % placement.averageEvery() == 0) {
      average();
    }
    return errors;
  }

  private void average() {
    learners.average().ifPresent(op -> session.runner().addTarget(op).run().close());
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
    average();
    return validation.losses();
  }

  /**
   * Returns the mean squared error of each joint over some of the validation samples, on
   * standardised torques.
   *
   * @param batches of at most as many sequences as those of all validation samples
   */
  public double[] validationLosses(ValidationBatches batches) {
    average();
    return validation.losses(batches);
  }

  /** Returns a copy of the current weights. */
  public LstmWeights weights() {
    average();
    return download.weights(shape, learners.first().weights());
  }

  /**
   * Replaces the weights, whatever the optimiser remembers.
   *
   * @throws IllegalArgumentException if they are of another network
   */
  public void setWeights(LstmWeights newWeights) {
    learners.all().forEach(learner -> restore(learner.weights(), newWeights));
  }

  /** Returns a copy of all that the updates have changed. */
  public SessionState state() {
    return new SessionState(
        updates,
        weights(),
        learners.first().update().slots().stream()
            .map(slot -> download.weights(shape, slot))
            .toList(),
        carried.map(state -> download.matrix(state.numbers())));
  }

  /**
   * Goes back to a state: what follows is what followed it, bit by bit with one thread.
   *
   * @param state of a session of the same network, optimiser and samples
   * @throws IllegalArgumentException if it is of another network, optimiser, batch size or order
   */
  public void restore(SessionState state) {
    int slots = learners.first().update().slots().size();
    if (state.slots().size() != slots) {
      throw new IllegalArgumentException(
          "the state is of another optimiser: it has "
              + state.slots().size()
              + " numbers per weight, expected "
              + slots);
    }
    CarriedState.restore(upload, carried, state.carried());
    setWeights(state.weights());
    for (Learners.Learner learner : learners.all()) {
      for (int slot = 0; slot < slots; slot++) {
        restore(learner.update().slots().get(slot), state.slots().get(slot));
      }
    }
    updates = state.updates();
  }

  private void restore(Variable<TFloat32> variable, LstmWeights numbers) {
    if (!numbers.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "the state is of a network with " + numbers.shape() + ", expected " + shape);
    }
    upload.to(variable, WeightVector.of(numbers));
  }

  /** Returns the device that the network's arithmetic really ran on, such as {@code cpu:0}. */
  public String device() {
    return validation.device();
  }

  /** Returns the version of the TensorFlow library. */
  public static String tensorflowVersion() {
    return TensorFlow.version();
  }

  /** Frees what the session has, see {@link SessionEnd}. */
  @Override
  public void close() {
    new SessionEnd(session, graph).on(settings.device());
  }
}
