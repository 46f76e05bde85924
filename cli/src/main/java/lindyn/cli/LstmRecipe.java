package lindyn.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Rehearsal;
import lindyn.data.Split;
import lindyn.device.ClusterMembers;
import lindyn.device.Device;
import lindyn.device.Device.Precision;
import lindyn.device.WorkerLostException;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Engine;
import lindyn.train.Checkpoint;
import lindyn.train.CheckpointKeeper;
import lindyn.train.Checkpoints;
import lindyn.train.RunKeeper;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingInterruptedException;
import lindyn.train.TrainingResult;
import org.jspecify.annotations.Nullable;

/**
 * Trains an LSTM.
 *
 * @param network the network
 * @param training how it is trained
 * @param checkpoints least time between two checkpoints; without it the run cannot be interrupted
 * @param continued the model that goes on, if it is not a new one
 * @param rehearsalSamples how many samples the model's folder keeps at most
 */
record LstmRecipe(
    LstmConfig network,
    TrainingConfig training,
    Optional<Duration> checkpoints,
    Optional<ContinuedModel> continued,
    int rehearsalSamples)
    implements Recipe {

  /** A few megabytes, for a robot of usual size. */
  static final int REHEARSAL_SAMPLES = 20_000;

  /** Who wants to end a training waits no longer for a process that may never answer. */
  private static final Duration HANGING = Duration.ofSeconds(20);

  /** At most so much is lost when a machine dies, and short runs need no checkpoint. */
  static final Duration CHECKPOINTS = Duration.ofMinutes(1);

  /** Trains a new model. */
  LstmRecipe(LstmConfig network, TrainingConfig training, Optional<Duration> checkpoints) {
    this(network, training, checkpoints, Optional.empty(), REHEARSAL_SAMPLES);
  }

  @Override
  public long seed() {
    return training.seed();
  }

  @Override
  public int threads() {
    return training.device().threads();
  }

  @Override
  public Execution execution() {
    return Execution.of(training);
  }

  /**
   * How the network is computed, which may change when a run goes on elsewhere.
   *
   * @param engine what computes the training step
   * @param precision what factors of matrix products are rounded to
   * @param averageEvery steps after which a cluster averages weights; 1 for gradients
   */
  record Execution(Engine engine, Precision precision, int averageEvery) {

    static Execution of(TrainingConfig training) {
      Device device = training.device();
      return new Execution(
          training.engine(),
          device.precision(),
          device instanceof Device.Cluster cluster ? cluster.averageEvery() : 1);
    }
  }

  @Override
  public Object configuration() {
    return new Configuration(
        network,
        training,
        continued.map(ContinuedModel::configuration).orElse(null),
        rehearsalSamples);
  }

  /**
   * What run.json keeps.
   *
   * @param network the network
   * @param training how it is trained; a run may go on elsewhere, with the engine of that device
   * @param continued the model that went on; null for a new one
   * @param rehearsalSamples how many samples the model's folder keeps at most
   */
  record Configuration(
      LstmConfig network,
      @JsonIgnoreProperties({"device", "engine"}) TrainingConfig training,
      ContinuedModel.@Nullable Configuration continued,
      int rehearsalSamples) {}

  /** Compiling the graph is a part of each training. */
  @Override
  public void warmUp(LogData log, Split split) {}

  @Override
  public TrainedModel train(LogData log, Split split, RunRecorder recorder, PrintWriter err) {
    if (continued.isPresent() && continued.get().continuation().old().isEmpty()) {
      err.println("note: the model keeps no old samples, so it may forget what they taught it");
      err.flush();
    }
    TrainingResult result = result(log, split, recorder, err);
    if (result.bestEpoch() == 0) {
      err.println(
          "note: no epoch was better on the validation trajectories than the start;"
              + " the model is what training began with");
      err.flush();
    }
    return new TrainedNetwork(
        this,
        result,
        rehearsal(split),
        split.train().stream().mapToLong(Trajectory::timeSteps).sum());
  }

  private Rehearsal rehearsal(Split split) {
    Rehearsal old = continued.map(begun -> begun.continuation().old()).orElse(Rehearsal.NONE);
    return old.plus(split, network.history(), rehearsalSamples, training.seed());
  }

  private TrainingResult result(LogData log, Split split, RunRecorder recorder, PrintWriter err) {
    if (training.device() instanceof Device.Cluster cluster) { // here, Ctrl-C ends it at once
      ClusterMembers.gather(
          cluster,
          silent -> {
            err.println("waiting for " + silent);
            err.flush();
          });
    }
    return surviving(log, split, recorder, err);
  }

  private TrainingResult surviving(
      LogData log, Split split, RunRecorder recorder, PrintWriter err) {
    try {
      return kept(log, split, recorder, err);
    } catch (WorkerLostException e) {
      err.println("warning: " + e.getMessage() + "; going on without it from the last checkpoint");
      err.flush();
      return on(e.rest()).surviving(log, split, recorder, err);
    }
  }

  private LstmRecipe on(Device device) {
    return new LstmRecipe(
        network, training.withDevice(device), checkpoints, continued, rehearsalSamples);
  }

  private TrainingResult kept(LogData log, Split split, RunRecorder recorder, PrintWriter err) {
    if (checkpoints.isEmpty()) {
      return result(log, split, recorder, RunKeeper.NONE, err);
    }
    RunFolder folder = recorder.folder();
    try (var interruption = interruption(folder, err)) {
      var saved = new Checkpoints(folder.checkpoints());
      Optional<Checkpoint> found = saved.last(warning -> err.println("warning: " + warning));
      if (folder.hasBegun()) {
        err.println(
            found.map(LstmRecipe::whence).orElse("no checkpoint yet: training begins anew"));
        err.flush();
      }
      var keeper = new CheckpointKeeper(saved, found, checkpoints.get(), interruption::isRequested);
      return result(log, split, recorder, keeper, err);
    } catch (TrainingInterruptedException e) {
      throw new TrainingInterruptedException(
          e.getMessage() + "; go on with: " + folder.resumeCommand(), e);
    }
  }

  private Interruption interruption(RunFolder folder, PrintWriter err) {
    return training.device() instanceof Device.Cluster
        ? Interruption.within(
            HANGING, "a process of the cluster hangs; go on with: " + folder.resumeCommand(), err)
        : new Interruption(err);
  }

  private static String whence(Checkpoint checkpoint) {
    return String.format(
        "going on in epoch %d, after %d of its updates",
        checkpoint.position().epoch(), checkpoint.position().updates());
  }

  private TrainingResult result(
      LogData log, Split split, RunRecorder recorder, RunKeeper keeper, PrintWriter err) {
    try (var progress = new Progress(err);
        recorder) {
      return trainer().train(log, split, recorder.andThen(progress), keeper);
    }
  }

  private Trainer trainer() {
    return continued
        .map(begun -> new Trainer(begun.continuation(), training))
        .orElseGet(() -> new Trainer(network, training));
  }
}
