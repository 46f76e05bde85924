package lindyn.examples;

import java.nio.file.Path;
import java.util.List;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.eval.Baselines;
import lindyn.eval.Evaluation;
import lindyn.log.Cache;
import lindyn.log.ReadingOptions;
import lindyn.log.TrajectoryReader;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.StepPredictor;
import lindyn.lstm.TrainedLstm;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingListener;

/** The Java API in one page: from a log to a model, its error, and a step of a control loop. */
public final class TrainOnLogs {

  private TrainOnLogs() {}

  /** Trains on the log that is its argument. */
  public static void main(String[] arguments) {
    LogData log =
        new TrajectoryReader(ReadingOptions.DEFAULT, Cache.BESIDE_LOG)
            .readTrajectories(List.of(Path.of(arguments[0])));
    Split split = Split.random(log.trajectories(), 0.15, 0.15, 1);
    LstmConfig network = LstmConfig.RECOMMENDED;
    TrainingConfig training = TrainingConfig.suggested(network.history(), split.train());

    TrainedLstm model =
        new Trainer(network, training).train(log, split, TrainingListener.SILENT).model();

    Baselines baselines = Baselines.fit(log.signals(), split.train());
    double error = Evaluation.errors(model, split.test(), baselines.torqueVariances()).nmse();
    double linear =
        Evaluation.errors(baselines.linear(), split.test(), baselines.torqueVariances()).nmse();
    System.out.printf("nMSE %.4f, linear model %.4f%n", error, linear);

    var predictor = new StepPredictor(model); // one per robot, in the control loop
    float[] tau = new float[log.signals().joints()];
    predictor.step(new float[log.signals().inputs()], tau);
  }
}
