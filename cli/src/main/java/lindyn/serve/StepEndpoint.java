package lindyn.serve;

import java.io.IOException;
import lindyn.Signals;

/** {@code POST /step}: the torques of one robot, sample after sample. */
final class StepEndpoint implements Endpoint {

  private final Signals signals;
  private final SignalCheck check;
  private final Robots robots;

  StepEndpoint(Signals signals, Robots robots) {
    this.signals = signals;
    this.robots = robots;
    check = new SignalCheck(signals);
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public byte[] answer(byte[] body) throws IOException {
    StepRequest request = StepRequest.read(body, signals, check);
    float[] input = request.input();
    if (input == null) {
      return removeOrReset(request);
    }
    float[] tau = robots.get(request.robot()).step(input, request.isReset());
    return JsonText.object(
        json -> {
          json.writeFieldName("tau");
          JsonText.writeNumbers(json, tau);
        });
  }

  private byte[] removeOrReset(StepRequest request) throws IOException {
    if (request.isRemoval()) {
      robots.remove(request.robot());
    } else {
      robots.find(request.robot()).ifPresent(Robot::reset); // a new one begins a motion anyway
    }
    return JsonText.object(json -> json.writeStringField("robot", request.robot()));
  }
}
