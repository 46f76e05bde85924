package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lindyn.data.History;
import lindyn.folder.FolderFormat;
import lindyn.folder.StoredFile;
import lindyn.lstm.LstmConfig;
import lindyn.model.RandomModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {

  @TempDir private Path folder;

  private final PipedWriter writer = new PipedWriter();

  private Path model = Path.of("");

  @BeforeEach
  void writeModel() {
    model = folder.resolve("model");
    LstmConfig config =
        RandomModels.config(
            LstmConfig.Cell.TANH, LstmConfig.ReadOut.LINEAR, 1, new History.Stream(20, 5));
    RandomModels.write(RandomModels.model(config, 0, 1), model);
  }

  @Test
  void saysWhereItServesAndServesThere() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (var out = new BufferedReader(new PipedReader(writer))) {
      Future<Integer> exitCode =
          thread.submit(
              () ->
                  Lindyn.commandLine()
                      .setOut(new PrintWriter(writer))
                      .execute("serve", model.toString(), "--port", "0"));

      String line = out.readLine();
      assertTrue(line.matches("serving .*model at http://127.0.0.1:\\d+"), line);
      URI health = URI.create(line.substring(line.indexOf("http")) + "/health");
      try (var body = health.toURL().openStream()) {
        assertTrue(new String(body.readAllBytes(), StandardCharsets.UTF_8).contains("\"ok\""));
      }
      thread.shutdownNow(); // interrupts it
      assertEquals(0, exitCode.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void aPortInUseIsRefused() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      var run = CommandRun.of("serve", model, "--port", "" + other.getLocalPort());

      assertRefused(run, "cannot listen at localhost:" + other.getLocalPort());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--port=65536, --port is 65536",
    "--port=-1, --port is -1",
    "--most-robots=0, --most-robots is 0",
    "--most-bytes=0, --most-bytes",
    "--host=, --host is empty",
    "--host=no.such.host.invalid, not known"
  })
  void impossibleOptionsAreRefused(String option, String error) {
    assertRefused(CommandRun.of("serve", model, option), error);
  }

  @Test
  void aProcessIsRefused() throws IOException {
    Path process = Files.createDirectory(folder.resolve("gp"));
    Path description = process.resolve(FolderFormat.DESCRIPTION);
    Files.writeString(description, "{\"format\": \"lindyn-gp-model\"}");
    Files.writeString(
        process.resolve(FolderFormat.DESCRIPTION_HASH),
        FolderFormat.hashLine(StoredFile.of(description)));

    assertRefused(CommandRun.of("serve", process, "--port", "0"), "Gaussian process");
  }

  @Test
  void aMissingModelIsRefused() {
    assertRefused(CommandRun.of("serve", folder.resolve("none"), "--port", "0"), "none");
  }

  private static void assertRefused(CommandRun run, String error) {
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains(error), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }
}
