package lindyn.cli;

import java.io.PrintWriter;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.lstm.LstmConfig;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingResult;

/**
 * Trains an LSTM.
 *
 * @param network the network
 * @param training how it is trained
 */
record LstmRecipe(LstmConfig network, TrainingConfig training) implements Recipe {

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
    return this;
  }

  /** Compiling the graph is a part of each training. */
  @Override
  public void warmUp(LogData log, Split split) {}

  @Override
  public TrainedModel train(LogData log, Split split, RunFolder folder, PrintWriter err) {
    TrainingResult result;
    try (var progress = new Progress(err);
        folder) {
      result = new Trainer(network, training).train(log, split, folder.andThen(progress));
    }
    if (result.bestEpoch() == 0) {
      err.println(
          "note: no epoch was better on the validation trajectories than the start;"
              + " the model is what training began with");
      err.flush();
    }
    return new TrainedNetwork(
        this, result, split.train().stream().mapToLong(Trajectory::timeSteps).sum());
  }
}
