package lindyn.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lindyn.Checks;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.file.InputFile;

/**
 * How much of the samples each part of a split gets; the rest is for training.
 *
 * @param validation part of the samples for validation, above 0
 * @param test part of the samples for testing, above 0
 */
record SplitFractions(double validation, double test) {

  SplitFractions {
    Checks.positive(validation, "validation fraction");
    Checks.positive(test, "test fraction");
    Checks.inRange(0, 1, validation + test, "sum of validation and test fraction");
  }

  /** Deals at least three whole trajectories to the parts. */
  Split deal(List<Trajectory> trajectories, long seed) {
    List<Integer> rest = new ArrayList<>(IntStream.range(0, trajectories.size()).boxed().toList());
    Collections.shuffle(rest, new Random(seed));
    double samples = trajectories.stream().mapToLong(Trajectory::timeSteps).sum();
    List<Integer> forTest = take(rest, trajectories, test * samples, 2);
    List<Integer> forValidation = take(rest, trajectories, validation * samples, 1);
    return new Split(
        inOrder(trajectories, rest),
        inOrder(trajectories, forValidation),
        inOrder(trajectories, forTest),
        List.of());
  }

  /** Moves trajectories out of {@code rest} while each brings their sum closer to the wish. */
  private static List<Integer> take(
      List<Integer> rest, List<Trajectory> trajectories, double wish, int keep) {
    List<Integer> taken = new ArrayList<>();
    double missing = wish;
    for (Iterator<Integer> next = rest.iterator(); next.hasNext() && rest.size() > keep; ) {
      int candidate = next.next();
      int samples = trajectories.get(candidate).timeSteps();
      if (Math.abs(missing - samples) < Math.abs(missing)) {
        taken.add(candidate);
        missing -= samples;
        next.remove();
      }
    }
    if (taken.isEmpty()) {
      Integer shortest =
          Collections.min(
              rest, (a, b) -> trajectories.get(a).timeSteps() - trajectories.get(b).timeSteps());
      rest.remove(shortest);
      taken.add(shortest);
    }
    return taken;
  }

  private static List<Trajectory> inOrder(List<Trajectory> trajectories, List<Integer> indices) {
    return indices.stream().sorted().map(trajectories::get).toList();
  }

  /** Cuts each trajectory in time. */
  Split cut(List<Trajectory> trajectories) {
    List<Trajectory> forTraining = new ArrayList<>();
    List<Trajectory> forValidation = new ArrayList<>();
    List<Trajectory> forTest = new ArrayList<>();
    for (Trajectory trajectory : trajectories) {
      int samples = trajectory.timeSteps();
      if (samples < 3) {
        throw new InputException(
            String.format(
                "trajectory %s has %d samples, expected at least 3 to cut it into training,"
                    + " validation and test; log more samples or three trajectories",
                InputFile.quoted(trajectory.id()), samples));
      }
      int testSamples = share(test, samples, samples - 2);
      int validationSamples = share(validation, samples, samples - testSamples - 1);
      int testStart = samples - testSamples;
      int validationStart = testStart - validationSamples;
      forTraining.add(part(trajectory, 0, validationStart));
      forValidation.add(part(trajectory, validationStart, testStart));
      forTest.add(part(trajectory, testStart, samples));
    }
    return new Split(forTraining, forValidation, forTest, List.of());
  }

  private static int share(double fraction, int samples, int most) {
    return Math.max(1, Math.min(most, (int) Math.round(fraction * samples)));
  }

  private static Trajectory part(Trajectory trajectory, int from, int to) {
    return trajectory.slice(trajectory.id() + "[" + from + ".." + to + ")", from, to);
  }
}
