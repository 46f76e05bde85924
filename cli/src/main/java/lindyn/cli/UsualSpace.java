package lindyn.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import lindyn.sweep.Dimension;
import lindyn.sweep.Setting;
import lindyn.sweep.Space;

/**
 * What a sweep varies if it is not told.
 *
 * @param space the space
 * @param usual what {@code lindyn train} takes, the first candidate: the others must beat it
 */
record UsualSpace(Space space, List<Setting> usual) {

  private static final String HIDDEN_UNITS = "hidden-units";
  private static final String LAYERS = "layers";
  private static final String LEARNING_RATE = "learning-rate";
  private static final String SEQUENCE = "sequence";

  /** Learning rates go up and down by this factor. */
  private static final BigDecimal FACTOR = BigDecimal.valueOf(4);

  /**
   * Returns the space around what is usual.
   *
   * @param fixed settings that do not vary
   * @param train the training trajectories; none before the logs are read
   * @throws InputException if nothing is left to vary
   */
  static UsualSpace around(List<Setting> fixed, List<Trajectory> train) {
    SweptSettings settings = SweptSettings.of(fixed);
    LstmConfig network = settings.network();
    List<String> decided = fixed.stream().map(Setting::name).toList();
    double rate = settings.training(train).updateRule().optimizer().learningRate();
    List<Dimension> dimensions = new ArrayList<>();
    List<Setting> usual = new ArrayList<>();
    add(choice(HIDDEN_UNITS, 8, 16, 32, 64), network.hiddenUnits(), decided, dimensions, usual);
    add(choice(LAYERS, 1, 2), network.layers(), decided, dimensions, usual);
    add(rates(rate), rate, decided, dimensions, usual);
    if (network.history() instanceof History.Stream stream && !decided.contains("warm-up")) {
      add(sequences(stream, train), stream.timeSteps(), decided, dimensions, usual);
    }
    if (dimensions.isEmpty()) {
      throw new InputException("all settings are fixed; say with --vary what to search");
    }
    return new UsualSpace(new Space(dimensions), usual);
  }

  private static void add(
      Dimension dimension,
      Number value,
      List<String> decided,
      List<Dimension> dimensions,
      List<Setting> usual) {
    if (!decided.contains(dimension.name())) {
      dimensions.add(dimension);
      usual.add(new Setting(dimension.name(), value.toString()));
    }
  }

  private static Dimension choice(String name, Integer... values) {
    return new Dimension.Choice(name, Stream.of(values).map(String::valueOf).toList());
  }

  private static Dimension rates(double usual) {
    BigDecimal rate = BigDecimal.valueOf(usual);
    return new Dimension.Range(
        LEARNING_RATE,
        rate.divide(FACTOR, MathContext.DECIMAL32),
        rate.multiply(FACTOR),
        Dimension.Range.Grain.THREE_DIGITS);
  }

  /** Sequences as short and twice as long, as far as the trajectories are long enough. */
  private static Dimension sequences(History.Stream usual, List<Trajectory> train) {
    int longest = train.stream().mapToInt(Trajectory::timeSteps).max().orElse(Integer.MAX_VALUE);
    int timeSteps = usual.timeSteps();
    return choice(
        SEQUENCE,
        Stream.of(Math.max(2, timeSteps / 2), timeSteps, 2 * timeSteps)
            .filter(steps -> steps == timeSteps || steps <= longest)
            .distinct()
            .toArray(Integer[]::new));
  }

  /** Returns the usual settings, then others at random. */
  List<List<Setting>> candidates(int count, long seed) {
    Set<List<Setting>> candidates = new LinkedHashSet<>(List.of(usual));
    candidates.addAll(space.random(count, seed));
    return candidates.stream().limit(count).toList();
  }
}
