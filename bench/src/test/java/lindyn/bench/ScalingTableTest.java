package lindyn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTableTest {

  private static final ScalingTable TABLE =
      new ScalingTable(
          List.of(
              new ScalingPoint(1_000, 1, 1e3, 100_000_000),
              new ScalingPoint(10_000, 2, 1e6, 101_000_000),
              new ScalingPoint(100_000, 20, 1e6, 110_000_000),
              new ScalingPoint(1_000_000, 200, 1e6, 290_000_000)));

  @Test
  void smallLogsAreNotInTheSlope() {
    assertEquals(1, TABLE.slope(), 1e-12);
  }

  @Test
  void memoryPerSampleIsASlope() {
    var table =
        new ScalingTable(
            List.of(
                new ScalingPoint(1_000, 1, 1e3, 100_080_000),
                new ScalingPoint(10_000, 2, 1e6, 100_800_000)));

    assertEquals(80, table.bytesPerSample(), 1e-9);
  }

  @Test
  void showsEachPoint() {
    assertTrue(
        TABLE.toString().matches("(?s).*1,000,000 +200\\.0000 +1,000,000 +290\\R.*"),
        TABLE.toString());
  }

  @Test
  void linesAreReadAsWritten() {
    var point = new ScalingPoint(10_250, 0.0125, 820_000, 987_654_321);

    assertEquals(point, ScalingPoint.ofLine(point.line()));
  }

  @Test
  void refusesOtherLines() {
    assertThrows(IllegalArgumentException.class, () -> ScalingPoint.ofLine("out of memory"));
  }
}
