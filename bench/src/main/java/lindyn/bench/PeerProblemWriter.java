package lindyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lindyn.data.LogData;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;

/** Writes a problem for the peers: 98,400 samples of the simulated arm. */
public final class PeerProblemWriter {

  private static final int TRIALS = 240;

  private PeerProblemWriter() {}

  /** Takes the folder to write, then the numbers of {@link PeerJob} in their order. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int[] sizes = Stream.of(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
    var job = new PeerJob(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
    LogData log = ArmData.of(ArmSetup.DEFAULT, PeerJob.SEED, TRIALS).logData();
    PeerProblem problem = PeerProblem.draw(job, log);
    new PeerFolder(folder).write(problem, PeerRun.ofLindyn(problem, 1).losses());
  }
}
