package lindyn.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.file.MappedRows;
import lindyn.file.RowFileWriter;

/**
 * Torques that are computed once from each sample of trajectories and read often: kept in memory,
 * or in a temporary file if they would fill an eighth of the heap. All cores compute, and the
 * result is the same whatever their number.
 */
public final class ComputedSeries {

  private static final int PART_OF_HEAP = 8;
  private static final int LONGEST_PIECE = 4096;
  private static final int PIECES_AT_ONCE = 64;

  private ComputedSeries() {}

  /**
   * Computes and keeps a series for each trajectory.
   *
   * @param torques returns a row for each sample of a trajectory or a piece of one, with as many
   *     columns as joints; a row must not depend on other samples; called on several threads
   * @throws UncheckedIOException if the temporary file cannot be written
   */
  public static List<JointSeries> of(
      List<Trajectory> trajectories, Function<Trajectory, JointSeries> torques) {
    long numbers =
        trajectories.stream().mapToLong(t -> (long) t.timeSteps() * t.motion().joints()).sum();
    return Float.BYTES * numbers <= Runtime.getRuntime().maxMemory() / PART_OF_HEAP
        ? trajectories.parallelStream().map(torques).toList()
        : inFile(trajectories, torques);
  }

  /** Keeps the series in a temporary file, which is gone when nothing refers to them. */
  static List<JointSeries> inFile(
      List<Trajectory> trajectories, Function<Trajectory, JointSeries> torques) {
    try {
      Path file = Files.createTempFile("lindyn", ".rows");
      try {
        return mapped(file, trajectories, torques);
      } finally {
        if (!delete(file)) {
          file.toFile().deleteOnExit();
        }
      }
    } catch (IOException e) {
      throw unwritable(e);
    } catch (RowFileWriter.WriteFailure e) {
      throw unwritable(e.ioException());
    }
  }

  private static List<JointSeries> mapped(
      Path file, List<Trajectory> trajectories, Function<Trajectory, JointSeries> torques)
      throws IOException {
    try (var writer = new RowFileWriter(file)) {
      List<Trajectory> pieces = trajectories.stream().flatMap(ComputedSeries::pieces).toList();
      for (int i = 0; i < pieces.size(); i += PIECES_AT_ONCE) {
        pieces.subList(i, Math.min(pieces.size(), i + PIECES_AT_ONCE)).parallelStream()
            .map(torques)
            .forEachOrdered(computed -> write(computed, writer));
      }
      writer.finish();
    }
    int joints = trajectories.get(0).motion().joints();
    long rows = trajectories.stream().mapToLong(Trajectory::timeSteps).sum();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MappedRows mapped = MappedRows.map(channel, rows, joints);
      List<JointSeries> series = new ArrayList<>();
      long first = 0;
      for (Trajectory trajectory : trajectories) {
        var part = new JointSeries.Rows(mapped, first, trajectory.timeSteps());
        series.add(part.columns(0, joints));
        first += trajectory.timeSteps();
      }
      return series;
    }
  }

  private static Stream<Trajectory> pieces(Trajectory whole) {
    return IntStream.iterate(0, from -> from < whole.timeSteps(), from -> from + LONGEST_PIECE)
        .mapToObj(
            from ->
                whole.slice(whole.id(), from, Math.min(whole.timeSteps(), from + LONGEST_PIECE)));
  }

  /** Times are not needed here. */
  private static void write(JointSeries torques, RowFileWriter writer) {
    float[] row = new float[torques.joints()];
    for (int t = 0; t < torques.timeSteps(); t++) {
      torques.copyRow(t, row, 0);
      writer.add(0, row);
    }
  }

  /** Where open files cannot be deleted, the file is deleted with the process. */
  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static UncheckedIOException unwritable(IOException cause) {
    return new UncheckedIOException(
        "the data is larger than the heap, and no temporary file can be written in "
            + System.getProperty("java.io.tmpdir")
            + " ("
            + cause
            + "); make room there, or name another folder with -Djava.io.tmpdir=FOLDER",
        cause);
  }
}
