package lindyn.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lindyn.lstm.TrainedLstm;

/** The robots that step, by name; any number of threads may call it. */
final class Robots {

  private final Map<String, Robot> robots = new ConcurrentHashMap<>();
  private final TrainedLstm model;
  private final int most;

  /**
   * Begins without robots.
   *
   * @param model predicts the torques of each
   * @param most how many there may be
   */
  Robots(TrainedLstm model, int most) {
    this.model = model;
    this.most = most;
  }

  /**
   * Returns a robot, a new one if there is none of that name.
   *
   * @throws RefusedRequestException if that would be one too many
   */
  Robot get(String name) {
    Robot known = robots.get(name);
    return known == null ? add(name) : known;
  }

  private synchronized Robot add(String name) {
    if (robots.size() >= most && !robots.containsKey(name)) {
      throw RefusedRequestException.conflict(
          "all "
              + most
              + " robots are taken; remove one with POST /step {\"robot\": NAME, \"remove\": true}"
              + " (GET /health names them), or serve with a greater --most-robots");
    }
    return robots.computeIfAbsent(name, any -> new Robot(model));
  }

  /** Returns a robot if it is there. */
  Optional<Robot> find(String name) {
    return Optional.ofNullable(robots.get(name));
  }

  /**
   * Forgets a robot.
   *
   * @throws RefusedRequestException if there is none of that name
   */
  synchronized void remove(String name) {
    if (robots.remove(name) == null) {
      throw RefusedRequestException.notFound(
          "there is no robot \"" + name + "\"; GET /health names those that are there");
    }
  }

  /** Returns the names of all robots, sorted. */
  List<String> names() {
    return robots.keySet().stream().sorted().toList();
  }

  /** Returns how many there may be. */
  int most() {
    return most;
  }
}
