package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lindyn.JointSeries;
import lindyn.RandomTrajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardizerTest {

  /** One column 1, 3 and one that is constant. */
  private static final JointSeries WITH_CONSTANT = JointSeries.of(new float[] {1, 7, 3, 7}, 2, 2);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void restoresWhatItStandardized(long seed) {
    JointSeries series = RandomTrajectory.of("a", 50, 3, 0, seed).tau();
    float[] rows = series.toArray();
    Standardizer standardizer = Standardizer.zScore(List.of(series));

    standardize(standardizer, rows);
    standardizer.restore(rows);

    assertArrayEquals(series.toArray(), rows, 1e-6f); // float32 has 2^-24 at numbers below 1
  }

  @Test
  void zScoresHaveMeanZeroAndVarianceOne() {
    JointSeries series = RandomTrajectory.of("a", 500, 2, 0, 7).tau();
    float[] rows = series.toArray();

    standardize(Standardizer.zScore(List.of(series)), rows);

    for (ColumnStatistics column : ColumnStatistics.of(List.of(JointSeries.of(rows, 500, 2)))) {
      assertEquals(0, column.mean(), 1e-6); // float32 rounding of each number
      assertEquals(1, column.standardDeviation(), 1e-6); // float32 rounding of each number
    }
  }

  @Test
  void onlyCentresAConstantColumn() {
    Standardizer standardizer = Standardizer.zScore(List.of(WITH_CONSTANT));
    float[] rows = WITH_CONSTANT.toArray();

    standardize(standardizer, rows);

    assertArrayEquals(new float[] {-1, 0, 1, 0}, rows);
    assertEquals(1.0, standardizer.scale().get(1));
  }

  @Test
  void leavesTheMarginFreeOnBothSidesOfTheUnitInterval() {
    float[] rows = WITH_CONSTANT.toArray();

    standardize(Standardizer.unitInterval(List.of(WITH_CONSTANT), 0.1), rows);

    // 0.1 of the range on both sides of 1.2 ranges; the constant lies in the middle; float32
    assertArrayEquals(new float[] {0.1f / 1.2f, 0.5f, 1.1f / 1.2f, 0.5f}, rows, 1e-6f);
  }

  @Test
  void fitsAllSeriesTogether() {
    var low = JointSeries.of(new float[] {0, 0}, 2, 1);
    var high = JointSeries.of(new float[] {2, 2}, 2, 1);

    assertEquals(
        new Standardizer(List.of(1.0), List.of(1.0), Standardizer.UNLIMITED),
        Standardizer.zScore(List.of(low, high)));
  }

  @Test
  void refusesToFitNothing() {
    assertThrows(IllegalArgumentException.class, () -> Standardizer.zScore(List.of()));
  }

  @Test
  void refusesAScaleThatIsNotPositive() {
    assertThrows(
        IllegalArgumentException.class, () -> new Standardizer(List.of(0.0), List.of(0.0), 1));
    assertThrows(
        IllegalArgumentException.class, () -> new Standardizer(List.of(0.0, 1.0), List.of(1.0), 1));
  }

  @Test
  void knowsAConstantColumnThatSuffersFromRounding() {
    var column = JointSeries.of(new float[] {0.1f, 0.1f, Math.nextUp(0.1f)}, 3, 1);

    assertTrue(ColumnStatistics.of(List.of(column)).get(0).isConstant());
  }

  /** As training does it. */
  private static void standardize(Standardizer standardizer, float[] rows) {
    var scaling = new ColumnScaling(standardizer);
    for (int first = 0; first < rows.length; first += standardizer.columns()) {
      scaling.standardize(rows, first);
    }
  }
}
