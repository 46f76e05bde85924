package lindyn.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.data.MotionData;
import lindyn.run.AtomicFile;
import lindyn.savedmodel.SavedModelPredictor;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn predict}: torques of logged motions, from a saved model. */
@Command(
    name = "predict",
    description = "Predicts the torques of logged motions and writes them as CSV.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PredictCommand implements Callable<Integer> {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  @Parameters(index = "0", paramLabel = "MODEL", description = "Model folder.")
  private Path model = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "LOG",
      description = LogFiles.DESCRIPTION + " Torques are not needed and not looked at.")
  private List<Path> logs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "CSV file to write (default: standard output).")
  private @Nullable Path out;

  @Mixin private SourceOptions source = new SourceOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (out != null) {
      NewPath.require(out, "--out");
    }
    try (var predictor = SavedModelPredictor.open(model)) {
      var options = new ModelLogs(predictor.signals(), source);
      List<Path> files = LogFiles.of(logs);
      MotionData data =
          options.read(spec.commandLine().getErr(), reader -> reader.readMotions(files));
      SourceOptions.warn(data.notes(), spec.commandLine().getErr());
      SourceOptions.note(predictor.signals().derivatives(), spec.commandLine().getErr());
      List<Motion> motions = data.motions();
      motions.forEach(motion -> options.requireJoints(motion.joints(), model));
      SampleTimes.medianPeriod(motions.stream().map(Motion::times).toList())
          .ifPresent(period -> options.warnOfPeriod(period, spec.commandLine().getErr()));
      write(predictor, motions);
    }
    return ExitCode.OK;
  }

  /** Trajectory by trajectory, so that the text is never in memory as a whole. */
  private void write(SavedModelPredictor predictor, List<Motion> motions) {
    if (out == null) {
      PrintWriter console = spec.commandLine().getOut();
      write(predictor, motions, console);
      console.flush();
      return;
    }
    AtomicFile.write(
        out,
        bytes -> {
          var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
          write(predictor, motions, text);
          text.flush();
        });
  }

  private static void write(SavedModelPredictor predictor, List<Motion> motions, Appendable csv) {
    try {
      FORMAT.printRecord(csv, header(predictor.signals()));
      for (Motion motion : motions) {
        append(csv, motion, predictor.predict(motion));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the torques (" + e.getMessage() + ")", e);
    }
  }

  private static Object[] header(Signals signals) {
    Object[] header = new Object[2 + signals.joints()];
    header[0] = "trajectory";
    header[1] = "t";
    for (int joint = 0; joint < signals.joints(); joint++) {
      header[2 + joint] = "tau" + (joint + 1);
    }
    return header;
  }

  private static void append(Appendable csv, Motion motion, JointSeries tau) throws IOException {
    Object[] cells = new Object[2 + tau.joints()];
    cells[0] = motion.id();
    for (int t = 0; t < tau.timeSteps(); t++) {
      cells[1] = motion.times().at(t);
      for (int joint = 0; joint < tau.joints(); joint++) {
        cells[2 + joint] = tau.at(t, joint);
      }
      FORMAT.printRecord(csv, cells);
    }
  }
}
