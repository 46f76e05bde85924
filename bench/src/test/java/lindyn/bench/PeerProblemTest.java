package lindyn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lindyn.data.LogData;
import lindyn.data.Sequence;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerProblemTest {

  private static final PeerJob JOB = new PeerJob(2, 3, 4, 1, 3);
  private static final LogData ARM = ArmData.of(ArmSetup.DEFAULT, 1, 2).logData();
  private static final PeerProblem PROBLEM = PeerProblem.draw(JOB, ARM);

  @TempDir private Path folder;

  @Test
  void folderHoldsAllOfIt() throws IOException {
    var losses = new PeerLosses(0.75, 0.5);

    new PeerFolder(folder).write(PROBLEM, losses);

    assertEquals(PROBLEM, new PeerFolder(folder).problem());
    assertEquals(JOB, new PeerFolder(folder).job());
    assertEquals(losses, new PeerFolder(folder).losses());
  }

  @Test
  void numbersAreLittleEndian() throws IOException {
    new PeerFolder(folder).write(PROBLEM, new PeerLosses(1, 1));

    ByteBuffer samples =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("samples.f32")))
            .order(ByteOrder.LITTLE_ENDIAN);

    assertEquals(PROBLEM.samples().at(0, 0), samples.getFloat());
    assertEquals(4L * 820 * 20, samples.capacity()); // two trials of 410 samples
  }

  @Test
  void sequencesLieWithinTheSamples() {
    assertEquals(4 * JOB.batch(), PROBLEM.firstRows().size());
    assertTrue(PROBLEM.firstRows().stream().allMatch(row -> row >= 0 && row + 64 <= 820));
  }

  @Test
  void sequencesHave64Steps() {
    int first = PROBLEM.firstRows().get(2 * JOB.batch());

    List<Sequence> batch = PROBLEM.batch(2);

    assertEquals(JOB.batch(), batch.size());
    assertEquals(new Sequence(first + 63, 0, first), batch.get(0));
  }

  @Test
  void lindynLearnsIt() {
    PeerRun once = PeerRun.ofLindyn(PROBLEM, 1);

    assertTrue(once.losses().last() < once.losses().warmUp());
    assertEquals(once.losses(), PeerRun.ofLindyn(PROBLEM, 1).losses());
  }

  @Test
  void refusesJobsWithoutTimedUpdates() {
    assertThrows(IllegalArgumentException.class, () -> new PeerJob(2, 3, 4, 5, 5));
  }
}
