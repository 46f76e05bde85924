package lindyn.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.model.RandomModels;

/** A model of random numbers and a server of it, at any free port. */
final class ServedModel implements AutoCloseable {

  static final int EXTRA_INPUTS = 2;
  static final int INPUTS = 3 * RandomModels.JOINTS + EXTRA_INPUTS;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final StringWriter err = new StringWriter();
  private final TrainedLstm model;
  private final TorqueServer server;

  private ServedModel(TrainedLstm model, ServerSettings settings) {
    this.model = model;
    server = TorqueServer.start(model, settings, new PrintWriter(err, true));
  }

  static ServedModel of(History history) {
    return new ServedModel(network(history), settings());
  }

  static ServedModel with(ServerSettings settings) {
    return new ServedModel(network(new History.Stream(20, 5)), settings);
  }

  /** Serves a model that predicts physics first, which huge inputs take beyond float32. */
  static ServedModel ofPhysics() {
    LstmConfig config = config(new History.Stream(20, 5)).withBase(LstmConfig.Base.RIGID_BODY);
    return new ServedModel(RandomModels.model(config, EXTRA_INPUTS, 7), settings());
  }

  static ServerSettings settings() {
    return ServerSettings.DEFAULT.withPort(0);
  }

  private static TrainedLstm network(History history) {
    return RandomModels.model(config(history), EXTRA_INPUTS, 7);
  }

  private static LstmConfig config(History history) {
    return RandomModels.config(LstmConfig.Cell.TANH, LstmConfig.ReadOut.LINEAR, 2, history);
  }

  TrainedLstm model() {
    return model;
  }

  String url() {
    return server.url();
  }

  /** Returns what the server has reported of its own defects. */
  String defects() {
    return err.toString();
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path));
  }

  Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(
          response.statusCode(),
          MAPPER.readTree(response.body()),
          response.headers().firstValue("Allow").orElse(""));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Sends bytes as they are, then the end of them, and returns all that comes back. */
  String sendRaw(String text) throws IOException {
    URI address = URI.create(url());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /**
   * What has come back.
   *
   * @param status HTTP status
   * @param json the body
   * @param allow the methods that are allowed, if it says so
   */
  record Reply(int status, JsonNode json, String allow) {

    String error() {
      return json.path("error").asText();
    }

    float[][] tau() {
      return rows(json.path("tau"));
    }

    float[] tauOfStep() {
      return row(json.path("tau"));
    }

    static float[][] rows(JsonNode rows) {
      float[][] numbers = new float[rows.size()][];
      for (int t = 0; t < numbers.length; t++) {
        numbers[t] = row(rows.get(t));
      }
      return numbers;
    }

    private static float[] row(JsonNode row) {
      float[] numbers = new float[row.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Float.parseFloat(row.get(i).asText());
      }
      return numbers;
    }
  }
}
