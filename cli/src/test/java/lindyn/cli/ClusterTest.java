package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on this machine train together. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClusterTest {

  private static final int EPOCHS = 20;

  private final List<Process> processes = new ArrayList<>();

  @TempDir private Path folder;
  private Path log;

  @BeforeEach
  void writeLog() {
    log = ToyLog.write(folder.resolve("toy.csv"), 12, 1);
  }

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void threeProcessesLearnWhatOneLearns() throws Exception {
    Path run = trained(3);
    List<double[]> alone = alone();

    assertClose(alone, losses(run), 1e-5); // of about 0.5, in float32
    String manifest = Files.readString(run.resolve("run.json"));
    assertTrue(manifest.contains("task:0 cpu:0, task:1 cpu:0, task:2 cpu:0"), manifest);
  }

  @Test
  void twoProcessesCarryTheStateOfContiguousSequences() throws Exception {
    Path run = trained(2, "--sequences=contiguous");

    assertClose(alone("--sequences=contiguous"), losses(run), 1e-5);
  }

  @Test
  void processesThatAverageTheirWeightsLearnToo() throws Exception {
    Path run = trained(2, "--average-every=3");

    double[] first = losses(run).get(0);
    double difference = first[0] - alone().get(0)[0];
    assertTrue(Math.abs(difference) > 1e-3, "gradients were averaged: " + difference);
    double best = losses(run).stream().mapToDouble(epoch -> epoch[1]).min().orElseThrow();
    assertTrue(best < first[1] / 5, first[1] + " became " + best + ", less than a tenth alone");
  }

  private Path trained(int processes, Object... options) throws Exception {
    Path cluster = cluster("127.0.0.1", processes);
    for (int task = 1; task < processes; task++) {
      worker(cluster, task);
    }
    Path run = folder.resolve("together");
    List<Object> more = new ArrayList<>(List.of(options));
    more.addAll(List.of("--cluster", cluster));
    Process trainer = start(train(run, more.toArray()));
    String errors = trainer.errorReader().lines().collect(Collectors.joining("\n"));
    assertEquals(0, trainer.waitFor(), errors);
    return run;
  }

  private List<double[]> alone(Object... options) throws IOException {
    Path run = folder.resolve("alone");
    CommandRun one = CommandRun.of(train(run, options));
    assertEquals(0, one.exitCode(), one.err());
    return losses(run);
  }

  private static void assertClose(List<double[]> expected, List<double[]> actual, double delta) {
    assertEquals(expected.size(), actual.size());
    for (int epoch = 0; epoch < expected.size(); epoch++) {
      assertArrayEquals(expected.get(epoch), actual.get(epoch), delta, "epoch " + epoch);
    }
  }

  @Test
  void trainingGoesOnWithoutAWorkerThatIsKilled() throws Exception {
    Path cluster = cluster("localhost", 2);
    Process worker = worker(cluster, 1);
    Path run = folder.resolve("run");

    Process trainer = start(train(run, "--cluster", cluster, "--checkpoint-minutes=0"));
    String all = errors(trainer, "epoch 2 of", worker::destroyForcibly);

    assertEquals(0, trainer.waitFor(), all);
    assertTrue(all.contains("task 1 at localhost:"), all);
    assertTrue(all.contains("of the cluster was lost; going on without it"), all);
    assertTrue(all.contains("going on in epoch"), all);
    String manifest = Files.readString(run.resolve("run.json"));
    assertTrue(manifest.contains("\"task:0 cpu:0\""), manifest);
    assertEquals(EPOCHS, losses(run).size());
  }

  @Test
  void trainingGoesOnAloneWhenAllWorkersAreKilledAtOnce() throws Exception {
    Path cluster = cluster("localhost", 3);
    List<Process> workers = List.of(worker(cluster, 1), worker(cluster, 2));
    Path run = folder.resolve("run");

    Process trainer = start(train(run, "--cluster", cluster, "--checkpoint-minutes=0"));
    String all = errors(trainer, "epoch 2 of", () -> workers.forEach(Process::destroyForcibly));

    assertEquals(0, trainer.waitFor(), all);
    assertEquals(EPOCHS, losses(run).size());
    String manifest = Files.readString(run.resolve("run.json"));
    assertTrue(manifest.contains("\"task:0 cpu:0\""), manifest);
  }

  @Test
  void aStrangerAtTheAddressOfAWorkerIsAnError() throws Exception {
    Path cluster = cluster("localhost", 2);
    try (var stranger = new ServerSocket(port(cluster, 1))) { // listens, and never answers
      Process trainer = start(train(folder.resolve("run"), "--cluster", cluster));
      String all = errors(trainer, "", () -> {});

      assertEquals(2, trainer.waitFor(), all);
      assertTrue(
          all.contains("task 1 at localhost:" + stranger.getLocalPort() + " cannot be used (no"),
          all);
    }
  }

  @Test
  void workersWithAnotherFileAreAnError() throws Exception {
    Path cluster = cluster("localhost", 3);
    String swapped =
        "{\"workers\": [\"localhost:%d\", \"localhost:%d\", \"localhost:%d\"]}"
            .formatted(port(cluster, 0), port(cluster, 2), port(cluster, 1));
    Path other = Files.writeString(folder.resolve("other.json"), swapped);
    worker(other, 1);
    worker(other, 2);
    Process trainer = start(train(folder.resolve("run"), "--cluster", cluster));
    String all = errors(trainer, "", () -> {});

    assertEquals(2, trainer.waitFor(), all);
    assertTrue(all.contains("task:1/device:CPU:0 unknown device.); start 'lindyn worker"), all);
  }

  /** What a process says until it ends; something is done when it says a certain line. */
  private static String errors(Process process, String begin, Runnable then) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader errors = process.errorReader()) {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        lines.add(line);
        if (!begin.isEmpty() && line.startsWith(begin)) {
          then.run();
        }
      }
    }
    return String.join("\n", lines);
  }

  private static int port(Path cluster, int task) throws IOException {
    return Integer.parseInt(Files.readString(cluster).split("[^0-9]+", -1)[1 + task]);
  }

  /** The checkpoint is the trainer's, so that other machines can go on with it. */
  @Test
  void anInterruptedTrainingGoesOnWithOtherWorkers() throws Exception {
    Path cluster = cluster("127.0.0.1", 3);
    worker(cluster, 1);
    worker(cluster, 2);
    Path run = folder.resolve("run");
    Process trainer = start(train(run, "--cluster", cluster, "--checkpoint-minutes=0"));
    try (BufferedReader errors = trainer.errorReader()) {
      String line = errors.readLine();
      while (line != null && !line.startsWith("epoch 2 of")) {
        line = errors.readLine();
      }
      trainer.destroyForcibly().waitFor();
    }
    endAll();

    worker(cluster("127.0.0.1", 2), 1);
    Process resumed = start("resume", run);
    String errors = resumed.errorReader().lines().collect(Collectors.joining("\n"));

    assertEquals(0, resumed.waitFor(), errors);
    assertTrue(errors.contains("going on in epoch"), errors);
    assertEquals(EPOCHS, losses(run).size());
    String manifest = Files.readString(run.resolve("run.json"));
    assertTrue(manifest.contains("\"task:0 cpu:0, task:1 cpu:0\""), manifest);
  }

  @Test
  void waitingForAWorkerEndsWhenItIsTold() throws Exception {
    Process trainer = start(train(folder.resolve("run"), "--cluster", cluster("localhost", 2)));
    try (BufferedReader errors = trainer.errorReader()) {
      String line = errors.readLine();
      while (line != null && !line.startsWith("waiting for task 1 at localhost:")) {
        line = errors.readLine();
      }
      assertNotNull(line);
    }

    trainer.destroy();

    int terminated = 128 + 15; // it would be 2 if the minute had to pass
    assertEquals(terminated, trainer.waitFor());
  }

  @Test
  void aPortThatIsTakenIsAnError() throws Exception {
    Path cluster = cluster("localhost", 2);
    try (var taken = new ServerSocket(port(cluster, 1))) {
      Process worker = start("worker", "--cluster", cluster, "--task", 1);
      String errors = worker.errorReader().lines().collect(Collectors.joining("\n"));

      assertEquals(2, worker.waitFor(), errors);
      assertTrue(errors.contains("cannot serve at localhost:" + taken.getLocalPort()), errors);
    }
  }

  @Test
  void aWorkerNeedsAPlaceInTheFile() throws IOException {
    Path cluster = cluster("localhost", 2);

    for (String task : List.of("0", "2", "-1")) {
      CommandRun refused = CommandRun.of("worker", "--cluster", cluster, "--task", task);
      assertEquals(2, refused.exitCode(), refused.err());
      assertTrue(refused.err().contains("--task must be from 1 to 1"), refused.err());
    }
  }

  private Object[] train(Path run, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "train",
                log,
                "--epochs=" + EPOCHS,
                "--patience=" + EPOCHS,
                "--sequence=30",
                "--batch-size=24",
                "--base=none",
                "--seed=1",
                "--out",
                run));
    arguments.addAll(List.of(more));
    return arguments.toArray();
  }

  /** The training and the validation loss of each epoch. */
  private static List<double[]> losses(Path run) throws IOException {
    List<double[]> losses = new ArrayList<>();
    List<String> lines = Files.readAllLines(run.resolve("metrics.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      losses.add(new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])});
    }
    return losses;
  }

  private Process worker(Path cluster, int task) throws IOException {
    Process worker = start("worker", "--cluster", cluster, "--task", task);
    String line = worker.inputReader().readLine();
    assertNotNull(line, () -> worker.errorReader().lines().collect(Collectors.joining("\n")));
    assertTrue(line.startsWith("task " + task + " of"), line);
    return worker;
  }

  private Process start(Object... arguments) throws IOException {
    Process process = LindynProcess.start(arguments);
    processes.add(process);
    return process;
  }

  /** Writes a file with free ports. */
  private Path cluster(String host, int size) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sockets.add(new ServerSocket(0));
    }
    String addresses =
        sockets.stream()
            .map(socket -> "\"" + host + ":" + socket.getLocalPort() + "\"")
            .collect(Collectors.joining(", "));
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return Files.writeString(folder.resolve("cluster.json"), "{\"workers\": [" + addresses + "]}");
  }
}
