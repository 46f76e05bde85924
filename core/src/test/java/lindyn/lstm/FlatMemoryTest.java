package lindyn.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** Training may run for days, and a program may train again and again. */
class FlatMemoryTest {

  /**
   * Clean runs grow by −9 to 8 MB, since an allocator keeps what is freed. Sessions that are never
   * freed take some 1.5 MB each, with their graph, program and samples: 30 MB.
   */
  private static final long BOUND = 16_000_000;

  @Test
  void everyCallFreesItsTensors() {
    try (TrainingSession session = MemoryProbe.session()) {
      useOnce(session);
      long before = Pointer.totalCount();

      for (int i = 0; i < 20; i++) {
        useOnce(session);
      }

      // less if a collection of garbage frees what earlier tests have left
      assertTrue(Pointer.totalCount() <= before, Pointer.totalCount() + " pointers, " + before);
    }
  }

  private static void useOnce(TrainingSession session) {
    session.update(MemoryProbe.BATCH);
    session.validationLosses(MemoryProbe.SEQUENCES);
    assertEquals(MemoryProbe.CONFIG.shape(3, 1), session.weights().shape());
  }

  @Test
  void neitherUpdatesNorClosedSessionsLeaveMemoryBehind() throws IOException {
    List<Long> grown =
        new String(probe(), StandardCharsets.UTF_8).lines().map(Long::valueOf).toList();

    assertEquals(2, grown.size());
    assertTrue(grown.get(0) < BOUND, "10,000 updates: " + grown.get(0) + " bytes");
    assertTrue(grown.get(1) < BOUND, "20 sessions: " + grown.get(1) + " bytes");
  }

  /** Runs the probe with a heap that is resident from the start, and returns what it prints. */
  private static byte[] probe() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx48m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryProbe.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.getInputStream().readAllBytes();
  }
}
