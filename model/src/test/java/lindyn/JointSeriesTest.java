package lindyn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class JointSeriesTest {

  private static final JointSeries SERIES = JointSeries.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);

  @Test
  void refusesNumbersThatDoNotFillTheShape() {
    assertThrows(IllegalArgumentException.class, () -> JointSeries.of(new float[5], 3, 2));
  }

  @Test
  void readsRowsOfJoints() {
    float[] row = new float[4];

    SERIES.copyRow(1, row, 2);

    assertEquals(6, SERIES.at(2, 1));
    assertArrayEquals(new float[] {0, 0, 3, 4}, row);
  }

  @Test
  void slicesAreSeriesOfTheirOwn() {
    assertEquals(JointSeries.of(new float[] {3, 4}, 1, 2), SERIES.slice(1, 2));
  }

  @Test
  void cannotBeChangedFromOutside() {
    float[] given = {1, 2};
    var series = JointSeries.of(given, 1, 2);

    given[0] = 9;
    series.toArray()[1] = 9;

    assertArrayEquals(new float[] {1, 2}, series.toArray());
  }

  @Test
  void differsFromTheSameNumbersInAnotherShape() {
    assertNotEquals(SERIES, JointSeries.of(SERIES.toArray(), 2, 3));
  }
}
