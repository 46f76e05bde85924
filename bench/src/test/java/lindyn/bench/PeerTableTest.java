package lindyn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PeerTableTest {

  private static final PeerLosses LOSSES = new PeerLosses(0.2, 0.1);

  private final PeerTable table = new PeerTable("a job", LOSSES);

  @Test
  void showsMediansAndRatios() {
    for (double rate : new double[] {1e6, 4e6, 2e6}) {
      table.add(new PeerRun("Lindyn", rate, LOSSES));
    }
    table.add(new PeerRun("other", 5e5, LOSSES));

    String text = table.toString();

    assertTrue(
        text.matches("(?s).*Lindyn +3 +2000\\.0 +\\(1000\\.0 to 4000\\.0\\) +1\\.00 .*"), text);
    assertTrue(text.matches("(?s).*other +1 +500\\.0 +\\(500\\.0 to 500\\.0\\) +0\\.25 .*"), text);
    assertTrue(table.agrees());
  }

  @Test
  void tellsWhoTrainsSomethingElse() {
    table.add(new PeerRun("other", 1, new PeerLosses(0.2, 0.1002)));

    assertFalse(table.agrees());
    assertTrue(table.toString().contains("2.0e-03: not the same training"), table.toString());
  }

  @Test
  void lossesThatAreNoNumbersDoNotAgree() {
    table.add(new PeerRun("other", 1, new PeerLosses(0.2, Double.NaN)));
    table.add(new PeerRun("other", 1, LOSSES));

    assertFalse(table.agrees());
  }

  @Test
  void linesAreReadAsWritten() {
    var run = new PeerRun("C, gcc 12", 5_000_000, LOSSES);

    assertEquals(run, PeerRun.ofLine(run.line()));
  }

  @Test
  void refusesOtherLines() {
    assertThrows(IllegalArgumentException.class, () -> PeerRun.ofLine("Segmentation fault"));
  }
}
