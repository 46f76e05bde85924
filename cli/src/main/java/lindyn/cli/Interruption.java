package lindyn.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C or SIGTERM as a wish: while one is listened for, the process does not end until {@link
 * #exit} is called.
 */
final class Interruption implements AutoCloseable {

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private static volatile boolean isRequested;

  private final Thread hook = new Thread(this::request, "interruption");
  private final PrintWriter err;

  /**
   * Begins to listen.
   *
   * @param err hears that the wish is known, since a step may take a while
   */
  Interruption(PrintWriter err) {
    this.err = err;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void request() {
    isRequested = true;
    err.println("stopping after this step");
    err.flush();
    try {
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
    if (!isRequested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        isRequested = true; // the wish came this very moment
      }
    }
  }
}
