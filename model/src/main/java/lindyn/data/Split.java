package lindyn.data;

import java.nio.file.Path;
import java.util.List;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.file.InputFile;

/**
 * Trajectories for training, validation and testing. No sample is in two parts, so no window or
 * sequence is either.
 *
 * @param train what a model is fitted to
 * @param validation what decides when training stops
 * @param test what the final errors are measured on
 * @param leftOut ids of the trajectories that are in no part
 */
public record Split(
    List<Trajectory> train,
    List<Trajectory> validation,
    List<Trajectory> test,
    List<String> leftOut) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a part is empty
   */
  public Split {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
    leftOut = List.copyOf(leftOut);
    if (train.isEmpty() || validation.isEmpty() || test.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              "every part of a split needs a trajectory, got %d for training, %d for validation and"
                  + " %d for testing",
              train.size(), validation.size(), test.size()));
    }
  }

  /**
   * Splits at random by whole trajectories, so that the parts have these fractions of the samples
   * as nearly as whole trajectories allow; each part gets at least one. Each part keeps the order
   * of the logs. Fewer than three trajectories are each cut in time instead: the first samples are
   * for training, then come validation and test, under ids such as "1[0..700)".
   *
   * @param validationFraction part of the samples for validation, above 0
   * @param testFraction part of the samples for testing, above 0
   * @param seed the same seed and trajectories give the same split
   * @throws IllegalArgumentException if there is no trajectory, a fraction is not above 0, or they
   *     leave nothing for training
   * @throws InputException if a trajectory must be cut and has fewer than three samples
   */
  public static Split random(
      List<Trajectory> trajectories, double validationFraction, double testFraction, long seed) {
    var fractions = new SplitFractions(validationFraction, testFraction);
    if (trajectories.isEmpty()) {
      throw new IllegalArgumentException("no trajectories to split");
    }
    return trajectories.size() < 3
        ? fractions.cut(trajectories)
        : fractions.deal(trajectories, seed);
  }

  /**
   * Splits as a JSON file says: {@code {"train": [1, 2], "validation": [3], "test": ["left arm"]}}
   * with the ids of trajectories as numbers or strings. The key "val" stands for "validation" too.
   * Trajectories that no part names are left out.
   *
   * @throws InputException if the file cannot be read, has another form, or names an unknown
   *     trajectory or one twice
   */
  public static Split ofFile(List<Trajectory> trajectories, Path json) {
    return SplitFile.read(new InputFile(json)).split(trajectories);
  }
}
