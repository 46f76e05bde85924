package lindyn.bench.paper;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.Trajectory;
import lindyn.bench.lesson.Lesson;
import lindyn.data.DrawnSamples;
import lindyn.data.LogData;
import lindyn.data.Split;

/**
 * The robot that experiments are made on.
 *
 * @param name of the robot, for people
 * @param settings everything that its trajectories depend on, in words
 * @param remark what a reader of its results must know; may be empty
 * @param log its trajectories
 * @param fixed their split, if all repeats have the same; its validation part stays unused
 */
public record Subject(
    String name, String settings, String remark, LogData log, Optional<Split> fixed) {

  private static final double TEST = 0.2;

  /** The random split's validation part goes to training. */
  private static final double VALIDATION = 0.1;

  /** Tells the seeds of lessons from those of splits and weights. */
  private static final long LESSON = 0x6c6573736f6eL;

  /** Training and test trajectories of a repeat. */
  record Parts(List<Trajectory> train, List<Trajectory> test) {}

  /** Returns the parts: about 80 % and 20 % of the samples, in whole trajectories, unless fixed. */
  Parts parts(int repeat) {
    return fixed
        .map(split -> new Parts(split.train(), split.test()))
        .orElseGet(() -> parts(Split.random(log.trajectories(), VALIDATION, TEST, repeat)));
  }

  private static Parts parts(Split split) {
    return new Parts(
        Stream.concat(split.train().stream(), split.validation().stream()).toList(), split.test());
  }

  /**
   * Returns n samples that are drawn from the training trajectories of a repeat.
   *
   * @throws IllegalArgumentException if they have fewer
   */
  Lesson lesson(List<Trajectory> train, int samples, int repeat) {
    DrawnSamples drawn = DrawnSamples.random(train, samples, new SplittableRandom(LESSON + repeat));
    if (drawn.count() < samples) {
      throw new IllegalArgumentException(
          drawn.count() + " samples to learn from, expected " + samples);
    }
    return new Lesson(log, drawn);
  }

  /**
   * Returns how many samples each of some repeats can learn from.
   *
   * @param repeats how many, from 1 on
   */
  int mostSamples(int repeats) {
    return IntStream.rangeClosed(1, repeats)
        .map(repeat -> samples(parts(repeat).train()))
        .min()
        .orElse(0);
  }

  private static int samples(List<Trajectory> trajectories) {
    return (int)
        Math.min(Integer.MAX_VALUE, trajectories.stream().mapToLong(Trajectory::timeSteps).sum());
  }
}
