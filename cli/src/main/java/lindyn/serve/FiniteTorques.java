package lindyn.serve;

/** JSON has no NaN, and a robot has no use for it. */
final class FiniteTorques {

  private FiniteTorques() {}

  static boolean areFinite(float[] tau) {
    for (float torque : tau) {
      if (!Float.isFinite(torque)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns what is said instead of torques that are not finite.
   *
   * @param place where the numbers are that led to them
   * @param consequence what else has happened
   */
  static RefusedRequestException refused(String place, String consequence) {
    return RefusedRequestException.badRequest(
        place + " has numbers so large that the torques are not finite" + consequence);
  }
}
