package lindyn.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Trains the problem in a folder with Lindyn: its row in the comparison of peers. */
public final class LindynPeer {

  private LindynPeer() {}

  /** Takes the folder and the number of threads. */
  public static void main(String[] arguments) throws IOException {
    var folder = new PeerFolder(Path.of(arguments[0]));
    System.out.println(PeerRun.ofLindyn(folder.problem(), Integer.parseInt(arguments[1])).line());
  }
}
