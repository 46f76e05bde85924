package lindyn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.eval.TorqueErrors;
import lindyn.train.EpochReport;

/** Results of made-up runs. */
final class Runs {

  private Runs() {}

  static Signals signals(int joints) {
    List<String> names = IntStream.rangeClosed(1, joints).mapToObj(i -> "joint " + i).toList();
    return new Signals(names, List.of(), Signals.NEWTON_METRE, 0.01);
  }

  /** Returns a model with these nMSE; the torques have variance 4. */
  static ModelErrors model(String name, double... nmse) {
    var errors =
        DoubleStream.of(nmse)
            .mapToObj(e -> new TorqueErrors.JointError(Double.isNaN(e) ? 0.25 : 4 * e, e, e))
            .toList();
    return new ModelErrors(name, new TorqueErrors(errors, 4000));
  }

  static TestResults results(ModelErrors... models) {
    int joints = models[0].errors().perJoint().size();
    return new TestResults(signals(joints), List.of(models), List.of());
  }

  static List<EpochReport> epochs(int epochs, boolean validated) {
    List<EpochReport> reports = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double loss = 1.0 / epoch;
      double validationLoss = validated ? 1.1 / epoch : Double.NaN;
      reports.add(
          new EpochReport(epoch, epochs, loss, validationLoss, true, 1000L * epoch, 0.5 * epoch));
    }
    return reports;
  }

  static Trace trace(String trajectory, int timeSteps, int joints) {
    float[] measured = new float[timeSteps * joints];
    float[] predicted = new float[timeSteps * joints];
    for (int i = 0; i < measured.length; i++) {
      measured[i] = (float) Math.sin(0.01 * i);
      predicted[i] = measured[i] + 0.5f;
    }
    return new Trace(
        trajectory,
        SampleTimes.every(0.01, timeSteps),
        JointSeries.of(measured, timeSteps, joints),
        JointSeries.of(predicted, timeSteps, joints));
  }
}
