package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lindyn.data.History;
import lindyn.sweep.Candidate;
import lindyn.sweep.Candidates;
import lindyn.sweep.Rungs;
import lindyn.sweep.Setting;
import lindyn.sweep.Trial;
import lindyn.sweep.Trial.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPageTest {

  private static final Candidate A = Candidates.of(1, 0.1, 9);
  private static final Candidate B = Candidates.of(2, 0.2, 9);
  private static final Candidate C = Candidates.of(3, 0.8, 9);
  private static final List<Trial> TRIALS =
      List.of(
          new Trial(A, 1, Candidates.course(3, 9, 0.5), State.STOPPED),
          new Trial(B, 1, Candidates.course(3, 9, 0.25), State.GOING_ON),
          new Trial(C, 1, Candidates.diverged(2, 9), State.DIVERGED),
          new Trial(B, 2, Candidates.course(9, 9, 0.125), State.FINISHED));

  @TempDir Path folder;

  private static String html(List<Trial> trials) {
    return SweepPage.html(
        new SweepReport(
            "runs/a",
            List.of(new Fact("Seed", "1")),
            new Rungs(2, 3),
            trials,
            "lindyn train a.csv --config runs/a/best.json"));
  }

  @Test
  void theBestIsNamedWithTheCommandThatTestsIt() {
    String html = html(TRIALS);

    Xml.parse(html);
    assertTrue(
        html.contains("Best of 3: learning-rate=0.2, with a validation error of 0.1250."), html);
    assertTrue(html.contains("lindyn train a.csv --config runs/a/best.json"), html);
  }

  @Test
  void candidatesThatCameFurtherStandFirst() {
    String table =
        html(TRIALS).replaceFirst("(?s).*<tbody>", "").replaceFirst("(?s)</tbody>.*", "");

    assertEquals(
        "2 0.2 9 of 9 0.1250 9.00 finished"
            + " 1 0.1 3 of 9 0.5000 3.00 stopped"
            + " 3 0.8 2 of 9 – 2.00 diverged",
        table.replaceAll("<[^>]*>", " ").replaceAll(" +", " ").strip());
  }

  @Test
  void chartsCompareWhereAllAreEquallyFar() {
    String html = html(TRIALS);

    assertTrue(html.contains("Validation error against learning-rate"), html);
    assertTrue(html.contains("all others from 0.500 to 0.500"), html);
    assertTrue(html.contains("the best in the end from 0.250 to 0.250"), html);
  }

  @Test
  void settingsInWordsGetBars() {
    List<Trial> trials =
        TRIALS.stream()
            .map(
                t ->
                    new Trial(
                        new Candidate(
                            t.candidate().number(),
                            List.of(
                                new Setting(
                                    "base", t.candidate().number() == 1 ? "none" : "rigid_body")),
                            t.candidate().network(),
                            t.candidate().training()),
                        t.rung(),
                        t.course(),
                        t.state()))
            .toList();

    String html = html(trials);

    assertTrue(html.contains("Validation error against base"), html);
    assertTrue(html.contains("rigid_body"), html);
  }

  @Test
  void unequalSequencesGetAWarning() {
    var longer = new History.Stream(24, 4);
    var other = new Candidate(4, A.settings(), A.network().withHistory(longer), A.training());
    var trial = new Trial(other, 1, Candidates.course(3, 9, 0.5), State.STOPPED);

    assertFalse(html(TRIALS).contains("look worse"));
    assertTrue(
        html(Stream.concat(TRIALS.stream(), Stream.of(trial)).toList()).contains("look worse"));
  }

  @Test
  void ifAllDivergedThePageSaysSo() {
    String html = html(List.of(TRIALS.get(2)));

    Xml.parse(html);
    assertTrue(html.contains("All candidates diverged."), html);
    assertFalse(html.contains("--config"), html);
  }

  @Test
  void theTableHasARowPerCandidateAndRung() throws IOException {
    Path file = folder.resolve("sweep.csv");

    SweepCsv.write(TRIALS, file);

    assertEquals(
        List.of(
            "rung,candidate,learning-rate,epochs,planned_epochs,validation_error,best_epoch,"
                + "seconds,state",
            "1,1,0.1,3,9,0.5,3,3.000,stopped",
            "1,2,0.2,3,9,0.25,3,3.000,going on",
            "1,3,0.8,2,9,,2,2.000,diverged",
            "2,2,0.2,9,9,0.125,9,9.000,finished"),
        Files.readAllLines(file));
  }
}
