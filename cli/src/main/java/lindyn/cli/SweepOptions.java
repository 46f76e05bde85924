package lindyn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.sweep.Candidate;
import lindyn.sweep.Crew;
import lindyn.sweep.Dimension;
import lindyn.sweep.Rungs;
import lindyn.sweep.Setting;
import lindyn.sweep.Space;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is searched, and how. */
final class SweepOptions {

  private static final int USUAL_DRAWS = 16;
  private static final int MOST_CANDIDATES = 10_000;

  @Option(
      names = "--vary",
      paramLabel = "NAME=VALUES",
      description =
          "An option of 'lindyn train' without dashes and its values, such as"
              + " hidden-units=8,16,32, or an interval to draw from, such as learning-rate=0.05..0.8;"
              + " may be given several times (default: hidden units, layers, learning rate and"
              + " sequence, as far as they are not fixed).")
  private List<String> varied = List.of();

  @Option(
      names = "--random",
      paramLabel = "N",
      description =
          "Draw N candidates at random (default: all combinations; 16 drawn ones if there is an"
              + " interval).")
  private @Nullable Integer draws;

  @Option(
      names = "--eta",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "One candidate in N goes on from a rung, to N times as many epochs (default:"
              + " ${DEFAULT-VALUE}).")
  private int ratio = 3;

  @Option(names = "--no-halving", description = "Train all candidates to their end.")
  private boolean isComplete;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Candidates that are trained side by side, each on one thread (default: as many as there"
              + " are processors). It changes no result.")
  private @Nullable Integer jobs;

  /**
   * Returns the candidates.
   *
   * @param fixed what all have in common
   * @param train the training trajectories; none before the logs are read
   * @throws InputException if a setting is impossible
   */
  List<Candidate> candidates(List<Setting> fixed, List<Trajectory> train) {
    requirePositive();
    List<List<Setting>> drawn = drawn(fixed, train);
    return IntStream.range(0, drawn.size())
        .mapToObj(i -> candidate(i + 1, fixed, drawn.get(i), train))
        .toList();
  }

  private void requirePositive() {
    if (draws != null && (draws < 1 || draws > MOST_CANDIDATES)) {
      throw new InputException(
          "--random must be from 1 to " + MOST_CANDIDATES + " candidates, got " + draws);
    }
    if (ratio < 2) {
      throw new InputException("--eta must be at least 2, got " + ratio);
    }
    if (jobs != null && jobs < 1) {
      throw new InputException("--jobs must be positive, got " + jobs);
    }
  }

  private List<List<Setting>> drawn(List<Setting> fixed, List<Trajectory> train) {
    long seed = SweptSettings.of(fixed).seed();
    if (varied.isEmpty()) {
      var usual = UsualSpace.around(fixed, train);
      return usual.candidates(draws == null ? USUAL_DRAWS : draws, seed);
    }
    var space = VaryOption.space(varied, fixed);
    boolean hasInterval = space.dimensions().stream().anyMatch(Dimension.Range.class::isInstance);
    if (draws != null || hasInterval) {
      return space.random(draws == null ? USUAL_DRAWS : draws, seed);
    }
    requireFew(space);
    return space.grid();
  }

  private static void requireFew(Space space) {
    double size =
        space.dimensions().stream()
            .mapToDouble(dimension -> ((Dimension.Choice) dimension).choices().size())
            .reduce(1, (a, b) -> a * b);
    if (size > MOST_CANDIDATES) {
      throw new InputException(
          String.format(
              "--vary gives %.0f combinations, more than %d; draw some with --random N",
              size, MOST_CANDIDATES));
    }
  }

  private static Candidate candidate(
      int number, List<Setting> fixed, List<Setting> settings, List<Trajectory> train) {
    List<Setting> all = new ArrayList<>(fixed);
    all.addAll(settings);
    try {
      SweptSettings swept = SweptSettings.of(all);
      return new Candidate(number, settings, swept.network(), swept.training(train));
    } catch (InputException e) {
      throw new InputException("with " + Setting.text(settings) + ": " + e.getMessage(), e);
    }
  }

  Rungs rungs(List<Candidate> candidates) {
    return isComplete ? Rungs.single() : Rungs.of(candidates, ratio);
  }

  Crew crew() {
    return new Crew(jobs == null ? Runtime.getRuntime().availableProcessors() : jobs);
  }
}
