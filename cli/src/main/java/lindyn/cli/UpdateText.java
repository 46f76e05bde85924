package lindyn.cli;

import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.Adam;
import lindyn.lstm.graph.Optimizer;
import lindyn.lstm.graph.UpdateRule;
import lindyn.train.Schedule;
import lindyn.train.TrainingConfig;

/** How weights learn, in words. */
final class UpdateText {

  private UpdateText() {}

  static String of(TrainingConfig training) {
    UpdateRule rule = training.updateRule();
    var text = new StringBuilder(optimizer(rule.optimizer()));
    text.append(schedule(training.schedule()));
    if (rule.clipNorm() != UpdateRule.UNCLIPPED) {
      text.append(", gradients clipped to norm ").append(rule.clipNorm());
    }
    if (rule.weightDecay() != 0) {
      text.append(", weight decay ").append(rule.weightDecay());
    }
    return text.toString();
  }

  private static String optimizer(Optimizer optimizer) {
    if (optimizer instanceof Adagrad adagrad) {
      return "Adagrad, rate "
          + adagrad.learningRate()
          + ", initial accumulator "
          + adagrad.initialAccumulator();
    }
    var adam = (Adam) optimizer;
    return "Adam, rate " + adam.learningRate();
  }

  private static String schedule(Schedule schedule) {
    if (schedule instanceof Schedule.Step step) {
      return " times "
          + step.ratio()
          + " every "
          + RunFacts.counted(step.epochs(), "epoch", "epochs");
    }
    return schedule instanceof Schedule.Cosine ? " falling like a cosine" : "";
  }
}
