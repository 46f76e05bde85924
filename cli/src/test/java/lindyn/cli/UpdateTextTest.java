package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lindyn.data.SequenceOrder;
import lindyn.device.Device;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.Adam;
import lindyn.lstm.graph.Engine;
import lindyn.lstm.graph.UpdateRule;
import lindyn.train.Limits;
import lindyn.train.Schedule;
import lindyn.train.TrainingConfig;
import org.junit.jupiter.api.Test;

class UpdateTextTest {

  private static String text(UpdateRule rule, Schedule schedule) {
    return UpdateText.of(
        new TrainingConfig(
            Limits.ofEpochs(1),
            1,
            rule,
            schedule,
            Device.ONE_THREAD,
            1,
            Engine.COMPILED,
            SequenceOrder.RANDOM));
  }

  @Test
  void saysWhatIsUsedAndNothingElse() {
    assertEquals(
        "Adagrad, rate 0.2, initial accumulator 0.1",
        text(new UpdateRule(new Adagrad(0.2, 0.1)), Schedule.CONSTANT));
    assertEquals(
        "Adam, rate 0.01 falling like a cosine",
        text(new UpdateRule(new Adam(0.01)), new Schedule.Cosine()));
    assertEquals(
        "Adam, rate 0.01 times 0.5 every 10 epochs, gradients clipped to norm 1.0, weight decay"
            + " 0.1",
        text(new UpdateRule(new Adam(0.01), 1, 0.1), new Schedule.Step(10, 0.5)));
  }
}
