package lindyn.examples;

import java.nio.file.Path;
import java.util.List;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Rehearsal;
import lindyn.data.Split;
import lindyn.log.Cache;
import lindyn.log.ReadingOptions;
import lindyn.log.TrajectoryReader;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.online.OnlineConfig;
import lindyn.online.OnlineLearner;
import lindyn.train.Continuation;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingListener;

/**
 * A model learns from a log, and then while the robot moves: each sample is predicted first and
 * learned from afterwards.
 */
public final class LearnOnline {

  private static final int KEPT_SAMPLES = 20_000;

  private LearnOnline() {}

  /** Trains on the first log, and plays the second as if the robot moved. */
  public static void main(String[] arguments) {
    var reader = new TrajectoryReader(ReadingOptions.DEFAULT, Cache.BESIDE_LOG);
    LogData log = reader.readTrajectories(List.of(Path.of(arguments[0])));
    Split split = Split.random(log.trajectories(), 0.15, 0.15, 1);
    LstmConfig network = LstmConfig.RECOMMENDED;
    TrainedLstm model =
        new Trainer(network, TrainingConfig.suggested(network.history(), split.train()))
            .train(log, split, TrainingListener.SILENT)
            .model();
    Rehearsal kept = Rehearsal.NONE.plus(split, network.history(), KEPT_SAMPLES, 1);

    var begin = new Continuation(model, kept, Continuation.EVEN_SHARE);
    try (var learner = new OnlineLearner(begin, OnlineConfig.DEFAULT)) {
      OnlineLearner.Predictor predictor = learner.predictor(); // one per robot
      for (Trajectory motion :
          reader.readTrajectories(List.of(Path.of(arguments[1]))).trajectories()) {
        learner.beginMotion();
        predictor.reset();
        System.out.printf(
            "%-20s mean squared error %.4f%n", motion.id(), play(motion, learner, predictor));
      }
      learner.finish();
      System.out.println(learner.report());
    }
  }

  /** Returns the mean squared error of the predictions, over all joints. */
  private static double play(
      Trajectory motion, OnlineLearner learner, OnlineLearner.Predictor predictor) {
    float[] input = new float[motion.motion().inputs()];
    float[] predicted = new float[motion.motion().joints()];
    float[] measured = new float[motion.motion().joints()];
    double sum = 0;
    for (int t = 0; t < motion.timeSteps(); t++) {
      motion.motion().copyInputs(t, input, 0);
      predictor.step(input, predicted);
      motion.tau().copyRow(t, measured, 0);
      learner.pushWaiting(input, measured); // a robot would not wait: push
      for (int j = 0; j < measured.length; j++) {
        sum += Math.pow(predicted[j] - measured[j], 2);
      }
    }
    return sum / motion.timeSteps() / measured.length;
  }
}
