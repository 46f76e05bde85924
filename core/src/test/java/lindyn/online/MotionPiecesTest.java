package lindyn.online;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import lindyn.JointSeries;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import lindyn.data.History;
import org.junit.jupiter.api.Test;

class MotionPiecesTest {

  private static final Trajectory FIRST = RandomTrajectory.of("first", 20, 2, 1, 1);
  private static final Trajectory SECOND = RandomTrajectory.of("second", 9, 2, 1, 2);

  private static List<List<JointSeries>> pieces(History history, Trajectory... motions) {
    var pieces = new MotionPieces(RandomTrajectory.signals(2, 1), history);
    List<List<JointSeries>> complete = new ArrayList<>();
    float[] input = new float[7];
    float[] tau = new float[2];
    for (Trajectory motion : motions) {
      for (int t = 0; t < motion.timeSteps(); t++) {
        motion.motion().copyInputs(t, input, 0);
        motion.tau().copyRow(t, tau, 0);
        pieces.add(input, tau).ifPresent(piece -> complete.add(series(piece)));
      }
      pieces.end().ifPresent(piece -> complete.add(series(piece)));
    }
    return complete;
  }

  private static List<JointSeries> series(Trajectory piece) {
    return List.of(piece.motion().inputSeries(), piece.tau());
  }

  private static List<JointSeries> part(Trajectory motion, int from, int to) {
    return series(motion.slice("part", from, to));
  }

  @Test
  void streamsHaveAPieceForEveryScoredPart() {
    assertEquals(
        List.of(
            part(FIRST, 0, 6), // nothing lies before it
            part(FIRST, 2, 12),
            part(FIRST, 8, 18),
            part(FIRST, 10, 20), // the two that are left
            part(SECOND, 0, 6),
            part(SECOND, 0, 9)),
        pieces(new History.Stream(10, 4), FIRST, SECOND));
  }

  @Test
  void windowsHaveAPieceForEverySample() {
    assertEquals(
        List.of(part(FIRST, 0, 1), part(FIRST, 0, 2), part(FIRST, 0, 3), part(FIRST, 1, 4)),
        pieces(new History.Window(3), FIRST).subList(0, 4));
  }
}
