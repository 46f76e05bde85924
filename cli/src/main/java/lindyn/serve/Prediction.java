package lindyn.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;

/**
 * One request for the torques of motions. Each motion is predicted as soon as it is read, so that
 * many small ones take no more memory than one.
 */
final class Prediction {

  private final InverseDynamicsModel model;
  private final SignalCheck check;
  private final JsonReader request;
  private final JsonGenerator answer;
  private boolean isBegun;

  Prediction(
      InverseDynamicsModel model, SignalCheck check, JsonReader request, JsonGenerator answer) {
    this.model = model;
    this.check = check;
    this.request = request;
    this.answer = answer;
  }

  /**
   * Reads the request and writes the answer's members.
   *
   * @throws RefusedRequestException if the request is not as expected
   * @throws IOException if it is not JSON
   */
  void run() throws IOException {
    request.readObject(this::read);
    if (!isBegun) {
      throw RefusedRequestException.badRequest(
          "expected motion (rows of " + model.signals().inputs() + " numbers) or motions");
    }
  }

  private void read(String name) throws IOException {
    switch (name) {
      case "motion" -> {
        begin();
        predict();
      }
      case "motions" -> {
        begin();
        answer.writeStartArray();
        request.readArray(this::predict);
        answer.writeEndArray();
      }
      case "inputs" -> check.requireInputs(request.texts());
      case "torqueUnit" -> check.requireTorqueUnit(request.text());
      default -> throw request.unknown(name, "motion, motions, inputs and torqueUnit");
    }
  }

  private void begin() throws IOException {
    if (isBegun) {
      throw RefusedRequestException.badRequest("expected either motion or motions, found both");
    }
    isBegun = true;
    answer.writeFieldName("tau");
  }

  private void predict() throws IOException {
    JointSeries tau = model.predict(MotionRows.read(request, model.signals()));
    float[] row = new float[tau.joints()];
    answer.writeStartArray();
    for (int t = 0; t < tau.timeSteps(); t++) {
      tau.copyRow(t, row, 0);
      if (!FiniteTorques.areFinite(row)) {
        throw FiniteTorques.refused(request.place() + "[" + t + "]", "");
      }
      JsonText.writeNumbers(answer, row);
    }
    answer.writeEndArray();
  }
}
