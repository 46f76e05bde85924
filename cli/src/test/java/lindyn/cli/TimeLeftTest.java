package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimeLeftTest {

  @Test
  void isSaidInUnitsThatFit() {
    assertEquals("1 min 5 s", TimeLeft.text(65.2));
    assertEquals("0 s", TimeLeft.text(12, 10, 10));
    assertEquals("12 s", TimeLeft.text(12, 5, 10));
    assertEquals("3 min 20 s", TimeLeft.text(100, 1, 3));
    assertEquals("2 h 30 min", TimeLeft.text(3600, 2, 7));
  }
}
