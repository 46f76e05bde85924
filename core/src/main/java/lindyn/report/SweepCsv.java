package lindyn.report;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lindyn.run.AtomicFile;
import lindyn.sweep.Setting;
import lindyn.sweep.Trial;
import lindyn.train.EpochReport;
import org.apache.commons.csv.CSVFormat;

/** Writes a line per candidate and rung to a CSV file; cells are empty where there is no number. */
public final class SweepCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private SweepCsv() {}

  /**
   * Writes the file anew; it appears complete or not at all.
   *
   * @param trials at least one
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static void write(List<Trial> trials, Path file) {
    AtomicFile.write(
        file,
        bytes -> {
          var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
          FORMAT.printRecord(text, header(trials.get(0)).toArray());
          for (Trial trial : trials) {
            FORMAT.printRecord(text, cells(trial).toArray());
          }
          text.flush();
        });
  }

  private static List<String> header(Trial trial) {
    List<String> names = new ArrayList<>(List.of("rung", "candidate"));
    trial.candidate().settings().stream().map(Setting::name).forEach(names::add);
    names.addAll(
        List.of("epochs", "planned_epochs", "validation_error", "best_epoch", "seconds", "state"));
    return names;
  }

  private static List<String> cells(Trial trial) {
    var course = trial.course();
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(trial.rung()));
    cells.add(Integer.toString(trial.candidate().number()));
    trial.candidate().settings().stream().map(Setting::value).forEach(cells::add);
    Stream.of(
            Integer.toString(course.epochs().size()),
            Integer.toString(trial.candidate().epochs()),
            Double.isFinite(trial.error()) ? Double.toString(trial.error()) : "",
            course.best().map(EpochReport::epoch).map(String::valueOf).orElse(""),
            String.format(Locale.ROOT, "%.3f", course.seconds()),
            words(trial.state()))
        .forEach(cells::add);
    return cells;
  }

  /** Returns a state in words, such as "going on". */
  public static String words(Trial.State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
