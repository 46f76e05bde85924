package lindyn.cli;

import lindyn.train.Schedule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code constant}, {@code cosine} or {@code step:EPOCHS:RATIO}. */
final class ScheduleOption implements ITypeConverter<Schedule> {

  @Override
  public Schedule convert(String text) {
    String[] parts = text.split(":", -1);
    try {
      if (text.equals("constant")) {
        return Schedule.CONSTANT;
      }
      if (text.equals("cosine")) {
        return new Schedule.Cosine();
      }
      if (parts[0].equals("step") && parts.length == 3) {
        return new Schedule.Step(Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
      }
    } catch (NumberFormatException e) {
      throw refusal(text, "");
    } catch (IllegalArgumentException e) {
      throw refusal(text, ": " + e.getMessage());
    }
    throw refusal(text, "");
  }

  private static TypeConversionException refusal(String text, String reason) {
    return new TypeConversionException(
        "expected constant, cosine or step:EPOCHS:RATIO such as step:10:0.5, but was '"
            + text
            + "'"
            + reason);
  }
}
