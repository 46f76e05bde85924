package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lindyn train --continue}. */
class ContinueTest {

  private static final String KEPT = "rehearsal.safetensors";

  @TempDir static Path folder;
  private static Path log;
  private static Path model;

  @BeforeAll
  static void train() {
    Path old = ToyLog.write(folder.resolve("old.csv"), 6, 1);
    log = ToyLog.write(folder.resolve("new.csv"), 6, 2);
    CommandRun trained =
        CommandRun.of(
            "train",
            old,
            "--out",
            folder.resolve("old"),
            "--hidden-units=8",
            "--sequence=40",
            "--epochs=20");
    assertEquals(0, trained.exitCode(), trained.err());
    model = folder.resolve("old/model");
  }

  private static CommandRun goOn(Path from, String name, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("train", log, "--continue", from));
    arguments.addAll(List.of("--out", folder.resolve(name), "--epochs=10"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void theModelLearnsFromTheNewLogAndRemembersTheOld() throws IOException {
    CommandRun command = goOn(model, "better", "--json");

    assertEquals(0, command.exitCode(), command.err());
    JsonNode result = json(command.out());
    double after = result.at("/test/nmse/mean").doubleValue();
    assertTrue(after < result.at("/baselines/before/nmse/mean").doubleValue());
    double oldAfter = result.at("/train/retention/after").doubleValue();
    assertTrue(oldAfter < 1.2 * result.at("/train/retention/before").doubleValue());
    assertTrue(Files.exists(folder.resolve("better/model").resolve(KEPT)));
    String report = Files.readString(folder.resolve("better/report.html"));
    assertTrue(report.contains("mean squared error on old samples"), "report");
    JsonNode run = json(Files.readString(folder.resolve("better/run.json")));
    assertEquals(model.toString(), run.at("/configuration/continued/model").textValue());
    JsonNode card = json(Files.readString(folder.resolve("better/model/lindyn.json")));
    assertEquals("old.csv", card.at("/provenance/sources/0/file").textValue());
    assertEquals("new.csv", card.at("/provenance/sources/1/file").textValue());
  }

  @Test
  void aModelThatKeepsNothingSaysThatItForgets() {
    assertEquals(0, goOn(model, "lean", "--rehearsal-samples=0").exitCode());
    Path lean = folder.resolve("lean/model");
    assertFalse(Files.exists(lean.resolve(KEPT)));

    CommandRun command = goOn(lean, "forgetful");

    assertEquals(0, command.exitCode(), command.err());
    assertTrue(command.err().contains("keeps no old samples"), command.err());
  }

  private static void assertRefused(CommandRun command, String out, String... words) {
    assertEquals(2, command.exitCode(), command.err());
    assertFalse(command.err().contains("\tat "), command.err());
    for (String word : words) {
      assertTrue(command.err().contains(word), () -> word + " is not in: " + command.err());
    }
    assertFalse(Files.exists(folder.resolve(out)));
  }

  @Test
  void refusesWhatTheModelHasDecided() {
    for (String option :
        List.of(
            "--hidden-units=3",
            "--sequence=20",
            "--window=3",
            "--preset=paper",
            "--model=gp",
            "--base=none",
            "--extra-inputs=load",
            "--torque-unit=A",
            "--points=5",
            "--derivatives=spline")) {
      String name = option.substring(0, option.indexOf('='));
      assertRefused(goOn(model, "decided", option), "decided", name);
    }
  }

  @Test
  void refusesSharesThatAreNone() {
    assertRefused(goOn(model, "bad", "--rehearsal-share=1"), "bad", "--rehearsal-share", "1.0");
    assertRefused(goOn(model, "bad", "--rehearsal-share=NaN"), "bad", "--rehearsal-share");
    assertRefused(goOn(model, "bad", "--rehearsal-samples=-1"), "bad", "--rehearsal-samples");
    assertRefused(goOn(model, "bad", "--rehearsal-samples=199"), "bad", "at least 200", "199");
    assertRefused(goOn(model, "bad", "--batch-size=1"), "bad", "--batch-size 1", "no room");
    assertRefused(
        CommandRun.of("train", log, "--rehearsal-share=0.5", "--out", folder.resolve("bad")),
        "bad",
        "--rehearsal-share needs --continue");
  }

  @Test
  void refusesModelsThatCannotGoOn() throws IOException {
    Path process = folder.resolve("process");
    CommandRun trained =
        CommandRun.of("train", log, "--model=gp", "--points=60", "--restarts=1", "--out", process);
    assertEquals(0, trained.exitCode(), trained.err());
    Path otherRobot =
        Files.writeString(
            folder.resolve("one-joint.csv"),
            "trajectory,t,q1,qd1,qdd1,tau1\n1,0,0,0,0,0\n1,0.01,0,0,0,0\n");

    assertRefused(goOn(process.resolve("model"), "bad"), "bad", "Gaussian process");
    assertRefused(goOn(folder.resolve("no"), "bad"), "bad", "not a folder");
    assertRefused(
        CommandRun.of("train", otherRobot, "--continue", model, "--out", folder.resolve("bad")),
        "bad",
        "1 joints",
        "2");
  }
}
