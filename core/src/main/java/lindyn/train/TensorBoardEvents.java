package lindyn.train;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

/**
 * Writes losses and speed for TensorBoard, once per epoch, so that a run can be watched. Not safe
 * for several threads.
 */
public final class TensorBoardEvents implements TrainingListener, AutoCloseable {

  private static final String PREFIX = "events.out.tfevents.";
  private static final String FILE_VERSION = "brain.Event:2";

  private final Path file;
  private final OutputStream out;
  private final InstantSource clock;

  private TensorBoardEvents(Path file, OutputStream out, InstantSource clock) {
    this.file = file;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Starts a new file of events in a folder, which must exist, with what is known already; earlier
   * files of the run are removed, so that one that goes on after an interruption has each epoch
   * once.
   *
   * @param done the reports of the epochs before the interruption
   * @throws UncheckedIOException if it cannot be written; the message names it
   */
  public static TensorBoardEvents open(Path folder, List<EpochReport> done) {
    return open(folder, done, InstantSource.system());
  }

  static TensorBoardEvents open(Path folder, List<EpochReport> done, InstantSource clock) {
    Instant now = clock.instant();
    Path file =
        folder.resolve(
            String.format(
                Locale.ROOT, PREFIX + "%010d.lindyn.%s", now.getEpochSecond(), UUID.randomUUID()));
    try {
      OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
      var events = new TensorBoardEvents(file, out, clock);
      events.write(Event.newBuilder().setFileVersion(FILE_VERSION), now);
      double secondsNow = done.isEmpty() ? 0 : done.get(done.size() - 1).seconds();
      for (EpochReport report : done) {
        long nanosAgo = Math.round(1e9 * (secondsNow - report.seconds()));
        events.write(event(report), now.minusNanos(nanosAgo));
      }
      events.removeEarlierFiles(folder);
      return events;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private void removeEarlierFiles(Path folder) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, PREFIX + "*.lindyn.*")) {
      for (Path earlier : all) {
        if (!earlier.getFileName().equals(file.getFileName())) {
          Files.delete(earlier);
        }
      }
    }
  }

  /**
   * Appends the scalars of an epoch; those without a number are left out.
   *
   * @throws UncheckedIOException if they cannot be written
   */
  @Override
  public void onEpoch(EpochReport report) {
    write(event(report), clock.instant());
  }

  private static Event.Builder event(EpochReport report) {
    var summary = Summary.newBuilder();
    add(summary, "loss/train", report.trainLoss());
    add(summary, "loss/validation", report.validationLoss());
    add(summary, "speed/time_steps_per_second", report.timeStepsPerSecond());
    return Event.newBuilder().setStep(report.epoch()).setSummary(summary);
  }

  private static void add(Summary.Builder summary, String tag, double value) {
    if (!Double.isNaN(value)) {
      summary.addValue(Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) value));
    }
  }

  private void write(Event.Builder event, Instant time) {
    event.setWallTime(time.getEpochSecond() + time.getNano() * 1e-9);
    try {
      out.write(TfRecord.frame(event.build().toByteArray()));
      out.flush();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static UncheckedIOException failed(Path file, IOException cause) {
    return new UncheckedIOException("cannot write " + file + " (" + cause + ")", cause);
  }

  /**
   * Closes the file.
   *
   * @throws UncheckedIOException if that fails
   */
  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }
}
