package lindyn;

/** Where a velocity or an acceleration comes from: a log, or a filter. */
public sealed interface DerivativeOrigin permits DerivativeOrigin.Measured, Differentiation {

  /** Says it in a few words, such as "measured". */
  String description();

  /** It stands in the log, whatever the robot's controller did to get it. */
  record Measured() implements DerivativeOrigin {

    @Override
    public String description() {
      return "measured";
    }
  }
}
