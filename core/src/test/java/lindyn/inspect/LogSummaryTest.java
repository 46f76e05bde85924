package lindyn.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lindyn.RandomTrajectory;
import lindyn.data.ColumnStatistics;
import lindyn.data.LogData;
import lindyn.data.LogNotes;
import org.junit.jupiter.api.Test;

class LogSummaryTest {

  private static LogData log(int timeSteps, int extraInputs) {
    return new LogData(
        RandomTrajectory.signals(2, extraInputs),
        List.of(RandomTrajectory.of("a", timeSteps, 2, extraInputs, 1)),
        List.of(),
        LogNotes.NONE);
  }

  @Test
  void columnsStandInTheOrderOfTheInputsThenTorques() {
    List<String> names =
        LogSummary.of(log(60, 1)).columns().stream().map(c -> c.column().name()).toList();

    assertEquals(
        List.of("q1", "q2", "qd1", "qd2", "qdd1", "qdd2", "extra0", "tau1", "tau2"), names);
  }

  @Test
  void statisticsAreThoseOfAllRows() {
    LogData log = log(1000, 0);
    ColumnStatistics expected =
        ColumnStatistics.of(List.of(log.trajectories().get(0).tau())).get(1);

    ColumnStatistics actual = LogSummary.of(log).columns().get(7).statistics();

    assertEquals(expected.mean(), actual.mean(), 1e-12); // rounding of double
    assertEquals(expected.standardDeviation(), actual.standardDeviation(), 1e-12);
    assertEquals(expected.min(), actual.min());
    assertEquals(expected.max(), actual.max());
  }

  @Test
  void quantilesAndHistogramOfLongLogsComeFromAnEvenSample() {
    Distribution uniform = LogSummary.of(log(40_000, 0)).columns().get(0).distribution();

    assertEquals(0, uniform.quantiles().get(2), 0.03); // four standard errors of 13,334 numbers
    assertEquals(0.98, uniform.quantiles().get(4), 0.01);
    int kept = uniform.histogram().stream().mapToInt(count -> count).sum();
    assertTrue(kept > 10_000 && kept <= ColumnCensus.SAMPLE, kept + " kept");
  }

  @Test
  void timesOfEachTrajectory() {
    TrajectorySummary summary = new SoundLog().summary().trajectories().get(1);

    assertEquals("2", summary.id());
    assertEquals(SoundLog.TIME_STEPS, summary.samples());
    assertEquals(3.99, summary.duration(), 1e-9);
    assertEquals(0.01, summary.periods().median(), 1e-9);
    assertEquals(0, summary.periods().jitter(), 1e-9);
  }

  @Test
  void aSingleRowHasNoIntervals() {
    LogSummary summary = LogSummary.of(log(1, 0));

    assertTrue(Double.isNaN(summary.trajectories().get(0).periods().longest()));
    assertEquals(0, summary.intervals().bands().stream().mapToLong(count -> count).sum());
  }

  @Test
  void anEmptyLogIsRefused() {
    var empty = new LogData(RandomTrajectory.signals(1, 0), List.of(), List.of(), LogNotes.NONE);

    assertThrows(IllegalArgumentException.class, () -> LogSummary.of(empty));
  }
}
