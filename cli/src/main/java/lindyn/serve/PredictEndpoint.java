package lindyn.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import lindyn.InverseDynamicsModel;

/**
 * {@code POST /predict}: the torques of whole motions. As many requests are worked on as there are
 * processors, so that many of them leave room for steps.
 */
final class PredictEndpoint implements Endpoint {

  private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final InverseDynamicsModel model;
  private final SignalCheck check;

  PredictEndpoint(InverseDynamicsModel model) {
    this.model = model;
    check = new SignalCheck(model.signals());
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public byte[] answer(byte[] body) throws IOException {
    turns.acquireUninterruptibly();
    try {
      return JsonText.object(json -> predict(body, json));
    } finally {
      turns.release();
    }
  }

  private void predict(byte[] body, JsonGenerator json) throws IOException {
    try (var request = new JsonReader(body)) {
      new Prediction(model, check, request, json).run();
    }
  }
}
