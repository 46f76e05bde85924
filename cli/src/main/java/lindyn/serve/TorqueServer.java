package lindyn.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import lindyn.InputException;
import lindyn.lstm.TrainedLstm;

/**
 * A network's torques over HTTP: {@code GET /health}, {@code POST /predict} and {@code POST /step},
 * with JSON in and out. Runs in threads of its own from construction to {@link #close}.
 */
public final class TorqueServer implements AutoCloseable {

  /** More than processors: most wait for their clients. */
  private static final int THREADS = 64;

  private static final int BACKLOG = 0; // the JDK's default
  private static final int GRACE = 5; // s

  private final HttpServer server;
  private final ServerSettings settings;
  private final ThreadPoolExecutor workers = workers();

  private TorqueServer(HttpServer server, ServerSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  /**
   * Starts a server.
   *
   * @param err receives the stack traces of defects
   * @throws InputException if it cannot listen where it should
   */
  public static TorqueServer start(TrainedLstm model, ServerSettings settings, PrintWriter err) {
    JdkServerLimits.set();
    var started = new TorqueServer(listen(settings), settings);
    var robots = new Robots(model, settings.mostRobots());
    Map<String, Endpoint> endpoints =
        Map.of(
            "/health", new HealthEndpoint(model, robots),
            "/predict", new PredictEndpoint(model),
            "/step", new StepEndpoint(model.signals(), robots));
    var bodies = new RequestBody(settings.mostBytes());
    var router = new Router(new AllowedHosts(settings.host()), bodies, endpoints, err);
    started.server.createContext("/", router);
    started.server.setExecutor(started.workers);
    started.server.start();
    return started;
  }

  private static HttpServer listen(ServerSettings settings) {
    var address = new InetSocketAddress(settings.host(), settings.port());
    if (address.isUnresolved()) {
      throw new InputException("--host " + settings.host() + " is not known on this machine");
    }
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new InputException(
          String.format(
              "cannot listen at %s:%d (%s); choose another --port, or 0 for any that is free",
              settings.host(), settings.port(), e.getMessage()),
          e);
    }
  }

  /** A connection has at most one request in the queue, so that none is turned away. */
  private static ThreadPoolExecutor workers() {
    var workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(JdkServerLimits.MOST_CONNECTIONS));
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  /** Returns where clients find it, such as {@code http://127.0.0.1:8080}. */
  public String url() {
    InetSocketAddress bound = server.getAddress();
    String host =
        bound.getAddress().isAnyLocalAddress()
            ? AllowedHosts.inUrl(settings.host()) // the JDK's own text for it is another one
            : AllowedHosts.literal(bound);
    return "http://" + host + ":" + bound.getPort();
  }

  /** Tells whether other machines may reach it. */
  public boolean isOpen() {
    return !server.getAddress().getAddress().isLoopbackAddress();
  }

  /** Takes no more requests, lets running ones end, for some seconds at most, and stops. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(GRACE, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
  }
}
