package lindyn.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.lstm.LstmConfig;
import lindyn.train.Checkpoint;
import lindyn.train.CheckpointKeeper;
import lindyn.train.Checkpoints;
import lindyn.train.RunKeeper;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingInterruptedException;
import lindyn.train.TrainingResult;

/**
 * Trains an LSTM.
 *
 * @param network the network
 * @param training how it is trained
 * @param checkpoints least time between two checkpoints; without it the run cannot be interrupted
 */
record LstmRecipe(LstmConfig network, TrainingConfig training, Optional<Duration> checkpoints)
    implements Recipe {

  /** At most so much is lost when a machine dies, and short runs need no checkpoint. */
  static final Duration CHECKPOINTS = Duration.ofMinutes(1);

  @Override
  public long seed() {
    return training.seed();
  }

  @Override
  public int threads() {
    return training.threads();
  }

  @Override
  public Object configuration() {
    return new Configuration(network, training);
  }

  /**
   * What run.json keeps.
   *
   * @param network the network
   * @param training how it is trained
   */
  record Configuration(LstmConfig network, TrainingConfig training) {}

  /** Compiling the graph is a part of each training. */
  @Override
  public void warmUp(LogData log, Split split) {}

  @Override
  public TrainedModel train(LogData log, Split split, RunRecorder recorder, PrintWriter err) {
    TrainingResult result = result(log, split, recorder, err);
    if (result.bestEpoch() == 0) {
      err.println(
          "note: no epoch was better on the validation trajectories than the start;"
              + " the model is what training began with");
      err.flush();
    }
    return new TrainedNetwork(
        this, result, split.train().stream().mapToLong(Trajectory::timeSteps).sum());
  }

  private TrainingResult result(LogData log, Split split, RunRecorder recorder, PrintWriter err) {
    if (checkpoints.isEmpty()) {
      return result(log, split, recorder, RunKeeper.NONE, err);
    }
    RunFolder folder = recorder.folder();
    try (var interruption = new Interruption(err)) {
      var saved = new Checkpoints(folder.checkpoints());
      Optional<Checkpoint> found = saved.last(warning -> err.println("warning: " + warning));
      if (folder.isInterrupted()) {
        err.println(
            found.map(LstmRecipe::whence).orElse("no checkpoint yet: training begins anew"));
        err.flush();
      }
      var keeper = new CheckpointKeeper(saved, found, checkpoints.get(), interruption::isRequested);
      return result(log, split, recorder, keeper, err);
    } catch (TrainingInterruptedException e) {
      throw new TrainingInterruptedException(
          e.getMessage() + "; go on with: lindyn resume " + folder.path(), e);
    }
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
      return new Trainer(network, training).train(log, split, recorder.andThen(progress), keeper);
    }
  }
}
