package lindyn.serve;

import java.io.IOException;
import lindyn.Signals;
import org.jspecify.annotations.Nullable;

/** What a client wants of a robot. */
final class StepRequest {

  private static final int LONGEST_NAME = 200;

  private final SignalCheck check;
  private final int inputs;
  private String robot = "";
  private float @Nullable [] input;
  private boolean isReset;
  private boolean isRemoval;

  private StepRequest(Signals signals, SignalCheck check) {
    this.check = check;
    inputs = signals.inputs();
  }

  /**
   * Reads a request and checks it as a whole.
   *
   * @throws RefusedRequestException if it is not as expected
   * @throws IOException if it is not JSON
   */
  static StepRequest read(byte[] body, Signals signals, SignalCheck check) throws IOException {
    var request = new StepRequest(signals, check);
    try (var json = new JsonReader(body)) {
      json.readObject(name -> request.read(name, json));
    }
    request.requireSense();
    return request;
  }

  private void read(String name, JsonReader json) throws IOException {
    switch (name) {
      case "robot" -> robot = json.text();
      case "input" -> {
        input = new float[inputs];
        json.readNumbers(input, 0, inputs);
      }
      case "reset" -> isReset = json.isTrue();
      case "remove" -> isRemoval = json.isTrue();
      case "inputs" -> check.requireInputs(json.texts());
      case "torqueUnit" -> check.requireTorqueUnit(json.text());
      default -> throw json.unknown(name, "robot, input, reset, remove, inputs and torqueUnit");
    }
  }

  private void requireSense() {
    if (robot.isBlank() || robot.length() > LONGEST_NAME) {
      throw RefusedRequestException.badRequest(
          "robot is missing, blank or longer than " + LONGEST_NAME + " characters; name the robot");
    }
    if (input == null && !isReset && !isRemoval) {
      throw RefusedRequestException.badRequest("expected an input, or reset or remove as true");
    }
    if (isRemoval && (input != null || isReset)) {
      throw RefusedRequestException.badRequest("a robot is removed without input and reset");
    }
  }

  /** Returns the robot's name. */
  String robot() {
    return robot;
  }

  /** Returns the sample to advance by, if there is one. */
  float @Nullable [] input() {
    return input;
  }

  /** Tells whether a new motion begins. */
  boolean isReset() {
    return isReset;
  }

  /** Tells whether the robot is to be forgotten. */
  boolean isRemoval() {
    return isRemoval;
  }
}
