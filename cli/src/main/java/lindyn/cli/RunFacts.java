package lindyn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lindyn.Provenance;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.report.Fact;

/**
 * What a report says about a run, in words.
 *
 * @param job what was asked for
 * @param trained what came out
 */
record RunFacts(TrainingJob job, TrainedModel trained) {

  List<Fact> list() {
    List<Fact> facts = new ArrayList<>(data(job.log(), job.split(), job.splitDescription()));
    facts.addAll(trained.facts());
    facts.add(new Fact("Device", trained.provenance().device()));
    return facts;
  }

  /** Returns what there is to say of the logs and their split. */
  static List<Fact> data(LogData log, Split split, String splitDescription) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Data", samples(log)));
    if (!log.sources().isEmpty()) {
      facts.add(
          new Fact(
              "Logs",
              log.sources().stream()
                  .map(Provenance.Source::file)
                  .collect(Collectors.joining(", "))));
    }
    facts.add(new Fact("Derivatives", log.signals().derivatives().description()));
    facts.add(
        new Fact(
            "Split",
            String.format(
                "%s: %d for training, %d for validation, %d for testing",
                splitDescription,
                split.train().size(),
                split.validation().size(),
                split.test().size())));
    return facts;
  }

  private static String samples(LogData log) {
    return String.format(
        Locale.ROOT,
        "%,d samples in %s, %s",
        log.samples(),
        counted(log.trajectories().size(), "trajectory", "trajectories"),
        counted(log.signals().joints(), "joint", "joints"));
  }

  /** Returns "1 joint" or "5 joints". */
  static String counted(int count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }
}
