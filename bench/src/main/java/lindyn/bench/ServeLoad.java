package lindyn.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Requests per second and latency of {@code lindyn serve}: steps of one client, steps of many, each
 * with its own robot, and predictions of whole motions. Each client sends its next request when it
 * has its answer.
 */
public final class ServeLoad {

  private static final int MOTION = 1000; // time steps
  private static final double WARM_UP = 0.5; // of the measured time

  private final URI server;
  private final double seconds;
  private final int inputs;

  private ServeLoad(URI server, double seconds) throws IOException {
    this.server = server;
    this.seconds = seconds;
    try (var connection = new KeptConnection(server)) {
      byte[] facts = connection.answer(KeptConnection.request("GET", "/health", ""));
      inputs = new ObjectMapper().readTree(facts).path("inputs").size();
    }
  }

  /** Takes the server's URL, the number of clients and the seconds of each measurement. */
  public static void main(String[] arguments) throws Exception {
    int clients = Integer.parseInt(arguments[1]);
    var load = new ServeLoad(URI.create(arguments[0]), Double.parseDouble(arguments[2]));
    load.measure("/step", 1);
    load.measure("/step", clients);
    load.measure("/predict", 1);
    load.measure("/predict", clients);
  }

  private void measure(String path, int clients) throws Exception {
    run(path, clients, WARM_UP * seconds);
    long[] nanoseconds = run(path, clients, seconds);
    System.out.printf(
        Locale.ROOT,
        "%-8s  %3d clients  %9.0f requests/s  p50 %8.0f µs  p99 %8.0f µs%n",
        path,
        clients,
        nanoseconds.length / seconds,
        quantile(nanoseconds, 0.5),
        quantile(nanoseconds, 0.99));
  }

  private static double quantile(long[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))] / 1e3;
  }

  /** Returns the sorted latencies of all clients' requests, in ns. */
  private long[] run(String path, int clients, double duration) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<long[]>> work = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        byte[] request = KeptConnection.request("POST", path, body(path, client));
        work.add(() -> latencies(request, duration));
      }
      List<long[]> latencies = new ArrayList<>();
      for (Future<long[]> client : threads.invokeAll(work)) {
        latencies.add(client.get());
      }
      return latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    } finally {
      threads.shutdownNow();
    }
  }

  private String body(String path, int client) {
    var random = new SplittableRandom(client);
    return path.equals("/step")
        ? "{\"robot\": \"robot " + client + "\", \"input\": " + row(random) + "}"
        : "{\"motion\": " + IntStream.range(0, MOTION).mapToObj(t -> row(random)).toList() + "}";
  }

  private String row(SplittableRandom random) {
    float[] row = new float[inputs];
    for (int i = 0; i < inputs; i++) {
      row[i] = (float) random.nextDouble(-1, 1);
    }
    return Arrays.toString(row);
  }

  private long[] latencies(byte[] request, double duration) throws IOException {
    List<Long> latencies = new ArrayList<>();
    try (var connection = new KeptConnection(server)) {
      long end = System.nanoTime() + (long) (duration * 1e9);
      for (long begin = System.nanoTime(); begin - end < 0; begin = System.nanoTime()) {
        connection.answer(request);
        latencies.add(System.nanoTime() - begin);
      }
    }
    return latencies.stream().mapToLong(Long::longValue).toArray();
  }
}
