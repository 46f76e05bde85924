package lindyn.cli;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** The terminal that a person watches, if stderr is one: the launcher names it in a property. */
final class Terminal {

  private static final @Nullable String NAME = System.getProperty("lindyn.terminal");

  private Terminal() {}

  static boolean isThere() {
    return NAME != null;
  }

  /** Returns the terminal, or stderr without one. */
  static PrintStream stream() {
    if (NAME == null) {
      return System.err;
    }
    try {
      return new PrintStream(new FileOutputStream(NAME, true), true, Charset.defaultCharset());
    } catch (FileNotFoundException e) {
      return System.err;
    }
  }

  /** Returns a progress bar on the terminal. */
  static ProgressBar bar(String task, long pieces) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(pieces)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(stream()))
        .build();
  }
}
