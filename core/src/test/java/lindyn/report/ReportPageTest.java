package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lindyn.train.EpochReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class ReportPageTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"7, 200, true", "1, 2, true", "3, 1, false", "2, 0, true"})
  void isWellFormedAndNeedsNothingElse(int joints, int epochs, boolean validated) {
    RunReport report = report(joints, Runs.epochs(epochs, validated));

    String html = ReportPage.html(report);

    Document page = Xml.parse(html);
    assertEquals("run <1>", page.getElementsByTagName("h1").item(0).getTextContent());
    assertFalse(html.contains("src=") || html.contains("href=") || html.contains("url("), html);
    assertEquals(epochs == 0 ? 2 : 3, page.getElementsByTagName("svg").getLength());
  }

  @Test
  void statesTheResultFirst() {
    Document page = Xml.parse(ReportPage.html(report(2, Runs.epochs(3, true))));

    assertEquals(
        "Test nMSE 0.100, mean over 2 joints: 50 % below the linear model.",
        Xml.text(page, "p", "headline"));
    assertEquals(1, Xml.elements(page, "div", "ahead").size());
  }

  @Test
  void doesNotHideThatTheBaselineIsBetter() {
    TestResults results = Runs.results(Runs.model("LSTM", 0.3), Runs.model("linear model", 0.2));

    Document page = Xml.parse(ReportPage.html(new RunReport("", List.of(), List.of(), results)));

    assertTrue(
        Xml.text(page, "div", "behind").contains("The LSTM does not beat the linear model."));
    assertEquals("0.200", Xml.text(page, "td", "best"));
  }

  @Test
  void tableShowsADashWhereThereIsNoNmse() {
    TestResults results = Runs.results(Runs.model("LSTM", 0.25, Double.NaN));

    Document page = Xml.parse(ReportPage.html(new RunReport("", List.of(), List.of(), results)));

    String table = page.getElementsByTagName("tbody").item(0).getTextContent();
    assertEquals("joint 10.2501.001.00joint 2–0.5000.250", table);
  }

  @Test
  void marksTheBestEpoch() {
    Document page = Xml.parse(ReportPage.html(report(1, Runs.epochs(30, true))));

    assertEquals("best: epoch 30", Xml.text(page, "text", "note"));
  }

  @Test
  void withoutValidationThereIsOneLine() {
    Document page = Xml.parse(ReportPage.html(report(1, Runs.epochs(30, false))));

    assertEquals(1, Xml.elements(page, "path", "vermillion").size()); // the predicted torque
    assertEquals(1, Xml.elements(page, "path", "sky").size());
  }

  @Test
  void staysSmallForLongTrajectories() {
    TestResults results =
        new TestResults(
            Runs.signals(7),
            List.of(Runs.model("LSTM", 1, 1, 1, 1, 1, 1, 1)),
            List.of(Runs.trace("long", 100_000, 7)));

    String html = ReportPage.html(new RunReport("", List.of(), List.of(), results));

    assertTrue(html.length() < 400_000, html.length() + " characters"); // samples alone: > 10 MB
  }

  @Test
  void replacesAnOlderPage() throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, "old");

    ReportPage.write(report(1, Runs.epochs(2, true)), file);

    assertTrue(Files.readString(file).startsWith("<!DOCTYPE html>"));
    assertEquals(List.of("report.html"), files());
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    Path occupied = folder.resolve("report.html");
    Files.createDirectories(occupied.resolve("folder"));
    RunReport report = report(1, Runs.epochs(2, true));

    var e = assertThrows(UncheckedIOException.class, () -> ReportPage.write(report, occupied));

    assertTrue(String.valueOf(e.getMessage()).contains(occupied.toString()), e.getMessage());
    assertEquals(List.of("report.html"), files());
  }

  @Test
  void rejectsModelsOfAnotherRobot() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Runs.results(Runs.model("LSTM", 1, 1), Runs.model("linear model", 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TestResults(Runs.signals(1), List.of(), List.of()));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static RunReport report(int joints, List<EpochReport> epochs) {
    double[] errors = new double[joints];
    Arrays.fill(errors, 0.1);
    double[] linear = new double[joints];
    Arrays.fill(linear, 0.2);
    var models = List.of(Runs.model("LSTM", errors), Runs.model("linear model", linear));
    var traces = List.of(Runs.trace("a & b", 500, joints));
    return new RunReport(
        "run <1>",
        List.of(new Fact("Device", "CPU")),
        epochs,
        new TestResults(Runs.signals(joints), models, traces));
  }
}
