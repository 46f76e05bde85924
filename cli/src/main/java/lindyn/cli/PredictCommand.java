package lindyn.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.ProbabilisticModel;
import lindyn.SampleTimes;
import lindyn.TorquePrediction;
import lindyn.data.MotionData;
import lindyn.run.AtomicFile;
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
    description = {
      "Predicts the torques of logged motions and writes them as CSV.",
      "Columns: trajectory, t, tau1.., and from a Gaussian process sd1..: the standard deviation of"
          + " the measured torque."
    },
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

  @Option(
      names = "--torques-only",
      description = "Leave out the standard deviations, which take much longer than the torques.")
  private boolean isTorquesOnly;

  @Mixin private SourceOptions source = new SourceOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (out != null) {
      NewPath.require(out, "--out");
    }
    try (StoredModel stored = StoredModel.open(model)) {
      InverseDynamicsModel predictor = stored.model();
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
  private void write(InverseDynamicsModel predictor, List<Motion> motions) {
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

  private void write(InverseDynamicsModel predictor, List<Motion> motions, Appendable csv) {
    try {
      FORMAT.printRecord(csv, header(predictor));
      for (Motion motion : motions) {
        append(csv, motion, columns(predictor, motion));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the torques (" + e.getMessage() + ")", e);
    }
  }

  /** Torques, and beside them their standard deviations if the model knows them. */
  private JointSeries columns(InverseDynamicsModel predictor, Motion motion) {
    if (!isTorquesOnly && predictor instanceof ProbabilisticModel probabilistic) {
      TorquePrediction prediction = probabilistic.predictWithDeviation(motion);
      return JointSeries.beside(List.of(prediction.tau(), prediction.standardDeviation()));
    }
    return predictor.predict(motion);
  }

  private Object[] header(InverseDynamicsModel predictor) {
    List<String> header = new ArrayList<>(List.of("trajectory", "t"));
    int joints = predictor.signals().joints();
    IntStream.rangeClosed(1, joints).forEach(joint -> header.add("tau" + joint));
    if (!isTorquesOnly && predictor instanceof ProbabilisticModel) {
      IntStream.rangeClosed(1, joints).forEach(joint -> header.add("sd" + joint));
    }
    return header.toArray();
  }

  private static void append(Appendable csv, Motion motion, JointSeries columns)
      throws IOException {
    Object[] cells = new Object[2 + columns.joints()];
    cells[0] = motion.id();
    for (int t = 0; t < columns.timeSteps(); t++) {
      cells[1] = motion.times().at(t);
      for (int column = 0; column < columns.joints(); column++) {
        cells[2 + column] = columns.at(t, column);
      }
      FORMAT.printRecord(csv, cells);
    }
  }
}
