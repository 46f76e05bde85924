package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lindyn.train.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ScheduleOptionTest {

  private static Schedule read(String text) {
    return new ScheduleOption().convert(text);
  }

  @Test
  void readsEverySchedule() {
    assertEquals(Schedule.CONSTANT, read("constant"));
    assertEquals(new Schedule.Cosine(), read("cosine"));
    assertEquals(new Schedule.Step(10, 0.5), read("step:10:0.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "linear", "step", "step:10", "step:x:0.5", "step:10:0.5:1", "step:10:2"})
  void saysWhatItExpects(String text) {
    String message =
        String.valueOf(assertThrows(TypeConversionException.class, () -> read(text)).getMessage());

    assertTrue(message.contains("step:EPOCHS:RATIO"), message);
    assertTrue(message.contains("'" + text + "'"), message);
  }
}
