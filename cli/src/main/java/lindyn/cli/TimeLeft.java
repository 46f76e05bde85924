package lindyn.cli;

import java.time.Duration;

/** How long work will go on, if it goes on as it did so far. */
final class TimeLeft {

  private TimeLeft() {}

  /**
   * Returns the time in words, such as "3 min 20 s".
   *
   * @param seconds that the work took so far
   * @param done pieces of work done, at least one
   * @param all pieces of work
   */
  static String text(double seconds, long done, long all) {
    return text(seconds / done * (all - done));
  }

  /** Returns a time in words, such as "3 min 20 s". */
  static String text(double seconds) {
    Duration left = Duration.ofSeconds(Math.round(seconds));
    return left.toHours() > 0
        ? left.toHours() + " h " + left.toMinutesPart() + " min"
        : left.toMinutesPart() > 0
            ? left.toMinutesPart() + " min " + left.toSecondsPart() + " s"
            : left.toSecondsPart() + " s";
  }
}
