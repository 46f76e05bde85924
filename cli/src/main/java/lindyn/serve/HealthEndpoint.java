package lindyn.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import lindyn.folder.Column;
import lindyn.lstm.TrainedLstm;

/**
 * {@code GET /health}: what the model reads and predicts, and which robots step.
 *
 * @param model the model that is served
 * @param robots the robots that step
 */
record HealthEndpoint(TrainedLstm model, Robots robots) implements Endpoint {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public byte[] answer(byte[] body) throws IOException {
    return JsonText.object(this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    List<Column> inputs = Column.inputs(model.signals(), model.inputStandardizer());
    json.writeStringField("status", "ok");
    JsonText.writeTexts(json, "joints", model.signals().jointNames());
    JsonText.writeTexts(json, "inputs", inputs.stream().map(Column::name).toList());
    JsonText.writeTexts(json, "inputUnits", inputs.stream().map(Column::unit).toList());
    json.writeStringField("torqueUnit", model.signals().torqueUnit());
    json.writeNumberField("samplePeriod", model.signals().samplePeriod());
    JsonText.writeTexts(json, "robots", robots.names());
    json.writeNumberField("mostRobots", robots.most());
  }
}
