package lindyn.examples.arm;

import java.util.Arrays;

/**
 * The late part of a torque sensor: a delay, then a first-order lag, y ← y + α (x − y) with α = dt
 * / (lag + dt), as if the first torque had lasted for ever. The noise comes with the reading, in
 * {@link Measurement}.
 */
final class TorqueSensor {

  private final double[] line;
  private final double gain;
  private int next;
  private boolean hasStarted;
  private double reading;

  /**
   * Switches a sensor on.
   *
   * @param step time between two calls, in s
   */
  TorqueSensor(SensorModel model, double step) {
    line = new double[(int) Math.round(model.torqueDelay() / step)];
    gain = step / (model.torqueLag() + step);
  }

  /** Takes the joint's torque of one step; returns what the sensor shows, both in N·m. */
  double read(double torque) {
    if (!hasStarted) {
      Arrays.fill(line, torque);
      reading = torque;
      hasStarted = true;
    }
    reading += gain * (delayed(torque) - reading);
    return reading;
  }

  private double delayed(double torque) {
    if (line.length == 0) {
      return torque;
    }
    double oldest = line[next];
    line[next] = torque;
    next = next + 1 == line.length ? 0 : next + 1;
    return oldest;
  }
}
