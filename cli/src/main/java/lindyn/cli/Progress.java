package lindyn.cli;

import java.io.PrintWriter;
import java.util.Locale;
import lindyn.train.EpochReport;
import lindyn.train.TrainingListener;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/**
 * Shows loss, speed and time left on stderr: a bar on a terminal, a line now and then where output
 * is kept.
 */
final class Progress implements TrainingListener, AutoCloseable {

  private static final int LINES = 10;

  private final PrintWriter err;
  private @Nullable ProgressBar bar;

  Progress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void onEpoch(EpochReport report) {
    String state =
        String.format(
            Locale.ROOT,
            "loss %.4f, val %.4f, %.0f k steps/s",
            report.trainLoss(),
            report.validationLoss(),
            report.timeStepsPerSecond() / 1000);
    if (Terminal.isThere()) {
      bar(report.epochs()).stepTo(report.epoch()).setExtraMessage(" " + state);
    } else if (isDue(report)) {
      err.printf(
          Locale.ROOT,
          "epoch %d of %d: %s, about %s left%n",
          report.epoch(),
          report.epochs(),
          state,
          left(report));
      err.flush();
    }
  }

  private ProgressBar bar(int epochs) {
    if (bar == null) {
      bar = Terminal.bar("training", epochs);
    }
    return bar;
  }

  /** The first epoch, the last, and every tenth part of the way. */
  private static boolean isDue(EpochReport report) {
    int before = (report.epoch() - 1) * LINES / report.epochs();
    return report.epoch() == 1 || report.epoch() * LINES / report.epochs() > before;
  }

  private static String left(EpochReport report) {
    return TimeLeft.text(report.seconds(), report.epoch(), report.epochs());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
