package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lindyn.train.EpochReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsCsvTest {

  private static final String HEADER =
      "epoch,train_loss,validation_loss,best,time_steps,seconds,time_steps_per_second";

  @TempDir Path folder;

  @Test
  void eachEpochCanBeReadAtOnce() throws IOException {
    Path file = folder.resolve("metrics.csv");
    try (var metrics = MetricsCsv.open(file, List.of())) {
      metrics.onEpoch(new EpochReport(1, 2, 0.5, 0.625, true, 12800, 0.1));

      assertEquals(
          List.of(HEADER, "1,0.5,0.625,true,12800,0.100,128000"), Files.readAllLines(file));

      metrics.onEpoch(new EpochReport(2, 2, 0.25, 1e-7, false, 25600, 0.2));

      assertEquals("2,0.25,1.0E-7,false,25600,0.200,128000", Files.readAllLines(file).get(2));
    }
  }

  @Test
  void cellsWithoutANumberAreEmpty() throws IOException {
    Path file = folder.resolve("metrics.csv");
    try (var metrics = MetricsCsv.open(file, List.of())) {
      metrics.onEpoch(new EpochReport(1, 1, Double.POSITIVE_INFINITY, Double.NaN, false, 10, 0));
    }

    assertEquals("1,,,false,10,0.000,", Files.readAllLines(file).get(1));
  }

  /** The first run got as far as half of line 3, but its last checkpoint only knows of epoch 1. */
  @Test
  void aRunThatGoesOnHasEachEpochOnce() throws IOException {
    Path file = folder.resolve("metrics.csv");
    List<EpochReport> epochs = Runs.epochs(3, true);
    try (var metrics = MetricsCsv.open(file, List.of())) {
      epochs.forEach(metrics::onEpoch);
    }
    List<String> uninterrupted = Files.readAllLines(file);
    String torn = Files.readString(file);
    Files.writeString(file, torn.substring(0, torn.length() - 9));

    try (var metrics = MetricsCsv.open(file, epochs.subList(0, 1))) {
      epochs.subList(1, 3).forEach(metrics::onEpoch);
    }

    assertEquals(uninterrupted, Files.readAllLines(file));
  }

  @Test
  void namesTheFileThatCannotBeWritten() {
    Path file = folder.resolve("missing/metrics.csv");

    var e = assertThrows(UncheckedIOException.class, () -> MetricsCsv.open(file, List.of()));

    assertTrue(String.valueOf(e.getMessage()).startsWith("cannot write " + file), e.getMessage());
  }
}
