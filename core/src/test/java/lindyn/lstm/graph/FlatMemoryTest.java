package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** Training may run for days, and a program may train again and again. */
class FlatMemoryTest {

  /** Clean runs grow by up to 6 MB; two kilobytes that stay at every update are 20 MB. */
  private static final long BOUND = 16_000_000;

  /** Lets glibc give back at once what is freed, or it grows and shrinks by 10 MB as it likes. */
  private static final Map<String, String> FRUGAL =
      Map.of(
          "MALLOC_ARENA_MAX", "1",
          "MALLOC_TRIM_THRESHOLD_", "65536",
          "MALLOC_MMAP_THRESHOLD_", "65536");

  @Test
  void everyCallFreesItsTensors() {
    try (TrainingSession session = MemoryProbe.session()) {
      useOnce(session);

      assertFreesPointers(() -> useOnce(session));
    }
  }

  @Test
  void closedSessionsFreeWhatTheyOwn() {
    useAndClose();

    assertFreesPointers(FlatMemoryTest::useAndClose);
  }

  private static void useAndClose() {
    try (TrainingSession session = MemoryProbe.session()) {
      useOnce(session);
    }
  }

  private static void useOnce(TrainingSession session) {
    session.update(MemoryProbe.BATCH);
    useTwoOfFour(session);
    session.validationLosses();
    assertEquals(MemoryProbe.CONFIG.shape(3, 1), session.weights().shape());
  }

  private static void useTwoOfFour(TrainingSession session) {
    try (TrainingSession.Updates steps = session.updates(4, step -> MemoryProbe.BATCH)) {
      steps.next(1);
      steps.next(1);
    }
  }

  /** What is not freed on the spot waits for the collection of garbage, which may be far away. */
  private static void assertFreesPointers(Runnable work) {
    long before = Pointer.totalCount();
    for (int i = 0; i < 3; i++) {
      work.run();
    }
    // less if a collection of garbage frees what earlier tests have left
    assertTrue(Pointer.totalCount() <= before, Pointer.totalCount() + " pointers, " + before);
  }

  @Test
  void tenThousandUpdatesLeaveNoMemoryBehind() throws IOException {
    long grown = Long.parseLong(new String(probe(), StandardCharsets.UTF_8).strip());

    assertTrue(grown < BOUND, "10,000 updates: " + grown + " bytes");
  }

  /** Runs the probe with a heap that is resident from the start, and returns what it prints. */
  private static byte[] probe() throws IOException {
    var program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx48m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryProbe.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    program.environment().putAll(FRUGAL);
    return program.start().getInputStream().readAllBytes();
  }
}
