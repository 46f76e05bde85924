package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.RandomTrajectory;
import lindyn.SampleTimes;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.LogNotes;
import lindyn.inspect.LogSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class LogPageTest {

  private static LogData log(int joints, int extraInputs, Trajectory... trajectories) {
    return new LogData(
        RandomTrajectory.signals(joints, extraInputs),
        List.of(trajectories),
        List.of(),
        LogNotes.NONE);
  }

  private static String html(LogData log) {
    return LogPage.html("<logs> & more", log, LogSummary.of(log));
  }

  /** Random numbers with torques that never change. */
  private static Trajectory withConstantTorque(String id, int timeSteps) {
    Motion motion = RandomTrajectory.of(id, timeSteps, 1, 0, 1).motion();
    return new Trajectory(motion, JointSeries.of(new float[timeSteps], timeSteps, 1));
  }

  @ParameterizedTest(name = "{0} joints, {1} extra inputs, {2} rows")
  @CsvSource({"1, 0, 1", "2, 1, 60", "7, 0, 200", "9, 2, 60"})
  void isWellFormedAndNeedsNothingElse(int joints, int extraInputs, int timeSteps) {
    String html =
        html(
            log(
                joints,
                extraInputs,
                RandomTrajectory.of("a <b>", timeSteps, joints, extraInputs, 1)));

    Document page = Xml.parse(html);
    assertEquals("<logs> & more", page.getElementsByTagName("h1").item(0).getTextContent());
    assertFalse(html.contains("src=") || html.contains("href=") || html.contains("url("));
    assertFalse(html.contains("NaN") || html.contains("Infinity"));
  }

  @Test
  void statesFindingsFirstAndMarksTheColumn() {
    String html = html(log(1, 0, withConstantTorque("a", 200)));

    Document page = Xml.parse(html);
    assertTrue(Xml.text(page, "p", "headline").contains("to look at"), html);
    assertTrue(html.contains("tau1 never changes."));
    assertEquals(1, Xml.elements(page, "path", "vermillion").size());
    assertTrue(html.contains("findings: tau1"));
  }

  @Test
  void plotsThreeTrajectoriesOfMany() {
    Trajectory[] many =
        IntStream.range(0, 50)
            .mapToObj(i -> RandomTrajectory.of("t" + i, 60, 1, 0, i))
            .toArray(Trajectory[]::new);

    Document page = Xml.parse(html(log(1, 0, many)));

    List<String> summaries =
        Stream.of("Trajectory t0", "Trajectory t24", "Trajectory t49").toList();
    assertEquals(
        summaries,
        IntStream.range(0, page.getElementsByTagName("strong").getLength())
            .mapToObj(i -> page.getElementsByTagName("strong").item(i).getTextContent())
            .filter(text -> text.startsWith("Trajectory "))
            .toList());
  }

  @Test
  void staysSmallForLongTrajectories() {
    String html = html(log(2, 0, RandomTrajectory.of("long", 200_000, 2, 0, 1)));

    assertTrue(html.length() < 300_000, html.length() + " characters"); // samples alone: > 10 MB
  }

  @Test
  void linesAreCutWhereRowsAreMissing() {
    var times = SampleTimes.of(new double[] {0, 0.01, 0.02, 2, 2.01});
    JointSeries numbers = JointSeries.of(new float[] {1, 2, 3, 4, 5}, 5, 1);

    Series line = Envelope.of("q1", Colour.BLUE, new Envelope.Column(times, numbers, 0), 0.05);

    assertEquals(6, line.size());
    assertTrue(Double.isNaN(line.y(3)));
  }

  @Test
  void linesKeepTheirPeaks() {
    float[] flat = new float[100_000];
    flat[54_321] = 7;
    JointSeries numbers = JointSeries.of(flat, flat.length, 1);

    Series line =
        Envelope.of(
            "q1",
            Colour.BLUE,
            new Envelope.Column(SampleTimes.every(0.01, flat.length), numbers, 0),
            1);

    assertTrue(line.size() < 2_500, line.size() + " points");
    assertEquals(7, line.ys().max().orElseThrow());
  }
}
