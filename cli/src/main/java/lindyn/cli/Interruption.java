package lindyn.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or SIGTERM as a wish: while one is listened for, the process does not end until {@link
 * #exit} is called.
 */
final class Interruption implements AutoCloseable {

  /** What shells give to a command that Ctrl-C has ended. */
  static final int EXIT_CODE = 130;

  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final Duration UNLIMITED = Duration.ofMillis(Long.MAX_VALUE);

  private static volatile boolean isRequested;

  private final Thread hook = new Thread(this::request, "interruption");
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Duration patience;
  private final String late;
  private final PrintWriter err;

  /**
   * Begins to listen.
   *
   * @param err hears that the wish is known, since a step may take a while
   */
  Interruption(PrintWriter err) {
    this(UNLIMITED, "", err);
  }

  private Interruption(Duration patience, String late, PrintWriter err) {
    this.patience = patience;
    this.late = late;
    this.err = err;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Begins to listen, and ends the process if the wish has not been granted in time.
   *
   * @param late is said then
   */
  static Interruption within(Duration patience, String late, PrintWriter err) {
    return new Interruption(patience, late, err);
  }

  private void request() {
    isRequested = true;
    err.println("stopping after this step");
    err.flush();
    try {
      if (!closed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        err.println("lindyn: " + late);
        err.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
      }
      NEVER.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isRequested() {
    return isRequested;
  }

  /** Ends the process with an exit code, even if it is waiting to end. */
  static void exit(int code) {
    if (isRequested) {
      Runtime.getRuntime().halt(code); // exit would wait for the hook
    }
    System.exit(code);
  }

  /** Listens no longer. */
  @Override
  public void close() {
    closed.countDown();
    if (!isRequested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        isRequested = true; // the wish came this very moment
      }
    }
  }
}
