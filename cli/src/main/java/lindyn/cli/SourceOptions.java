package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import lindyn.Derivatives;
import lindyn.data.LogNotes;
import lindyn.log.Cache;
import lindyn.log.ColumnMapping;
import lindyn.log.ReadingOptions;
import lindyn.log.TrajectoryReader;
import lindyn.log.preparation.IrregularTimes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How log files are read, whatever they are read for. */
final class SourceOptions {

  @Option(
      names = "--sample-period",
      paramLabel = "SECONDS",
      description = "Time between two rows, for logs without a column t.")
  private @Nullable Double samplePeriod;

  @Option(
      names = "--no-cache",
      description = "Read the log's text into memory, and write no cache beside it.")
  private boolean noCache;

  @Option(
      names = "--map",
      paramLabel = "SOURCE=TARGET[:UNIT]",
      split = ",",
      description = {
        "What the log calls Lindyn's columns, such as position=q for position0, position1, …;"
            + " joint*_pos=q, load_cell=tau3 or stamp=t:ms.",
        "Targets are q, qd, qdd, tau (all joints), q1 … (one), t, trajectory and extra inputs;"
            + " units deg, ms, us, ns or a factor."
      })
  private List<String> map = List.of();

  @Option(
      names = "--map-file",
      paramLabel = "FILE",
      description = "The same as YAML or JSON, one SOURCE: TARGET[:UNIT] per line.")
  private @Nullable Path mapFile;

  @Mixin private TimesOptions times = new TimesOptions();

  /**
   * Returns what is done with irregular times; resampling is to the usual period or a given one.
   */
  IrregularTimes times(OptionalDouble usualPeriod) {
    return times.times(usualPeriod);
  }

  OptionalDouble samplePeriod() {
    return samplePeriod == null ? OptionalDouble.empty() : OptionalDouble.of(samplePeriod);
  }

  ColumnMapping mapping() {
    ColumnMapping named = ColumnMapping.parse(map);
    return mapFile == null ? named : ColumnMapping.ofFile(mapFile).and(named);
  }

  /** Reads with a reader that shows its progress. */
  <T> T read(ReadingOptions options, PrintWriter err, Function<TrajectoryReader, T> reading) {
    try (var progress = new ReadingProgress(err)) {
      return reading.apply(
          new TrajectoryReader(options, noCache ? Cache.NONE : Cache.BESIDE_LOG)
              .withListener(progress));
    }
  }

  /** Tells the user if something was derived. */
  static void note(Derivatives derivatives, PrintWriter err) {
    if (derivatives.differentiation().isPresent()) {
      err.println("note: " + derivatives.description());
      err.flush();
    }
  }

  /** Tells the user what came up while reading. */
  static void warn(LogNotes notes, PrintWriter err) {
    notes.warnings().forEach(warning -> err.println("warning: " + warning));
    err.flush();
  }
}
