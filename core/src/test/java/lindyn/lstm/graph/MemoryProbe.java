package lindyn.lstm.graph;

import java.util.Collections;
import java.util.List;
import lindyn.RandomTrajectory;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceIndex;
import lindyn.data.Standardizer;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmConfig.Base;
import org.bytedeco.javacpp.Pointer;

/**
 * A program that trains and prints by how many bytes its memory has grown. In a process of its own
 * with a heap of constant size, what grows is native.
 */
final class MemoryProbe {

  static final LstmConfig CONFIG =
      LstmConfig.RECOMMENDED
          .withBase(Base.NONE)
          .withHiddenUnits(2)
          .withHistory(new History.Stream(2, 1));

  static final SampleMatrix SAMPLES =
      SampleMatrix.of(List.of(RandomTrajectory.of("a", 20_000, 1, 0, 1)), identity(3), identity(1));

  static final SequenceIndex SEQUENCES = SequenceIndex.covering(SAMPLES, CONFIG.history());

  private static final int BATCH_SIZE = 64;

  static final List<Sequence> BATCH = SEQUENCES.subList(0, BATCH_SIZE);

  private MemoryProbe() {}

  /** Prints one number. */
  public static void main(String[] arguments) {
    try (TrainingSession session = session()) {
      update(session, 1_000);
      long before = residentBytes();
      update(session, 10_000);
      System.out.println(residentBytes() - before);
    }
  }

  private static void update(TrainingSession session, int updates) {
    for (int i = 0; i < updates; i++) {
      session.update(BATCH);
    }
  }

  private static long residentBytes() {
    System.gc();
    return Pointer.physicalBytes();
  }

  static TrainingSession session() {
    return new TrainingSession(
        CONFIG,
        new TrainingSession.Settings(
            new UpdateRule(new Adagrad(0.1, 0.1)), BATCH_SIZE, Device.ONE_THREAD, 1),
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
