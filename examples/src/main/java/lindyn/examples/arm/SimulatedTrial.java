package lindyn.examples.arm;

import lindyn.Trajectory;

/**
 * A trial and what was measured in it.
 *
 * @param trial what was asked for
 * @param trajectory what the sensors read
 */
public record SimulatedTrial(Trial trial, Trajectory trajectory) {

  /** Returns the first samples of this trial. */
  public SimulatedTrial first(int samples) {
    return new SimulatedTrial(
        trial,
        new Trajectory(
            trajectory.motion().slice(trajectory.id(), 0, samples),
            trajectory.tau().slice(0, samples)));
  }
}
