package lindyn.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.report.SweepCsv;
import lindyn.sweep.Setting;
import lindyn.sweep.SuccessiveHalving;
import lindyn.sweep.Trial;
import lindyn.train.EpochReport;
import org.jspecify.annotations.Nullable;

/** What {@code lindyn sweep} prints for scripts, and what run.json keeps. The keys are stable. */
final class SweepJson {

  private SweepJson() {}

  /**
   * The result of a sweep.
   *
   * @param run the sweep's folder
   * @param config the file for {@code lindyn train --config}; null if all candidates diverged
   * @param best the best candidate; null if all diverged
   * @param candidates all candidates, the best first
   * @param rungs epochs of the rungs in parts of a whole training
   */
  record Result(
      String run,
      @Nullable String config,
      @Nullable Ranked best,
      List<Ranked> candidates,
      List<Double> rungs) {}

  /**
   * A candidate.
   *
   * @param number its name
   * @param settings those that varied
   * @param validationError the least of its epochs; null if it diverged
   * @param bestEpoch the epoch that has it; 0 if there was none
   * @param epochs epochs that it was trained
   * @param plannedEpochs epochs to its end
   * @param seconds time of its training, in s
   * @param state what became of it
   */
  record Ranked(
      int number,
      Map<String, Object> settings,
      double validationError,
      int bestEpoch,
      int epochs,
      int plannedEpochs,
      double seconds,
      String state) {

    static Ranked of(Trial trial) {
      return new Ranked(
          trial.candidate().number(),
          object(trial.candidate().settings()),
          trial.error(),
          trial.course().best().map(EpochReport::epoch).orElse(0),
          trial.course().epochs().size(),
          trial.candidate().epochs(),
          trial.course().seconds(),
          SweepCsv.words(trial.state()));
    }
  }

  static List<Ranked> ranking(List<Trial> trials) {
    return SuccessiveHalving.ranking(trials).stream().map(Ranked::of).toList();
  }

  /** Returns settings as the object that {@code --config} reads. */
  static Map<String, Object> object(List<Setting> settings) {
    Map<String, Object> object = new LinkedHashMap<>();
    settings.forEach(setting -> object.put(setting.name(), value(setting.value())));
    return object;
  }

  private static Object value(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
