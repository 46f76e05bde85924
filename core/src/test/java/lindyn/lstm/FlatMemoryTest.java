package lindyn.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import lindyn.RandomTrajectory;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;
import lindyn.data.Standardizer;
import lindyn.lstm.LstmConfig.Base;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** Training may run for days, and a program may train again and again. */
class FlatMemoryTest {

  private static final LstmConfig CONFIG =
      LstmConfig.RECOMMENDED
          .withBase(Base.NONE)
          .withHiddenUnits(2)
          .withHistory(new History.Stream(2, 1));

  private static final int BATCH = 1024;

  /** 50,000 samples of 3 inputs and a torque: 0.8 MB in a session, and as much for validation. */
  private static final SampleMatrix SAMPLES =
      SampleMatrix.of(
          List.of(RandomTrajectory.of("a", 50_000, 1, 0, 1)), identity(3), identity(1));

  private static final SequenceIndex SEQUENCES = SequenceIndex.covering(SAMPLES, CONFIG.history());

  /**
   * Ten times what was measured after collecting garbage, and far below what a leak would take: a
   * batch's indices are 8 kB, in 10,000 updates 80 MB; the samples of 20 sessions are 32 MB.
   */
  private static final long BOUND = 16_000_000;

  @Test
  void everyCallFreesItsTensors() {
    try (TrainingSession session = session()) {
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
    session.update(SEQUENCES.batch(0, BATCH));
    session.validationLosses(SEQUENCES);
    assertEquals(CONFIG.shape(3, 1), session.weights().shape());
    assertEquals("cpu:0", session.device());
  }

  @Test
  void updatesLeaveNothingBehind() {
    int[] batch = SEQUENCES.batch(0, BATCH);
    try (TrainingSession session = session()) {
      update(session, batch, 1_000);
      long before = residentBytes();

      update(session, batch, 10_000);

      assertFlat(before);
    }
  }

  private static void update(TrainingSession session, int[] batch, int updates) {
    for (int i = 0; i < updates; i++) {
      session.update(batch);
    }
  }

  @Test
  void closedSessionsLeaveNothingBehind() {
    openAndClose(5);
    long before = residentBytes();

    openAndClose(20);

    assertFlat(before);
  }

  private static void openAndClose(int times) {
    for (int i = 0; i < times; i++) {
      try (TrainingSession session = session()) {
        session.update(SEQUENCES.batch(0, BATCH));
      }
    }
  }

  private static void assertFlat(long before) {
    long grown = residentBytes() - before;
    assertTrue(grown < BOUND, "grown by " + grown + " bytes");
  }

  /** Memory of this process without garbage, as far as the collector gives it back. */
  private static long residentBytes() {
    System.gc();
    return Pointer.physicalBytes();
  }

  private static TrainingSession session() {
    return new TrainingSession(
        CONFIG,
        new TrainingSession.Settings(new Adagrad(0.1, 0.1), BATCH, 1, 1),
        SAMPLES,
        SAMPLES);
  }

  private static Standardizer identity(int columns) {
    return new Standardizer(
        Collections.nCopies(columns, 0.0),
        Collections.nCopies(columns, 1.0),
        Standardizer.UNLIMITED);
  }
}
