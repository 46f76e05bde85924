package lindyn.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lindyn.Derivatives;
import lindyn.Differentiation;
import lindyn.InputException;
import lindyn.Motion;
import lindyn.data.LogData;
import lindyn.log.preparation.IrregularTimes;
import lindyn.log.preparation.Preparation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedLogTest {

  private static final Differentiation BY = Differentiation.DEFAULT;
  private static final Derivatives FROM_Q = Derivatives.of(false, false, BY);

  @TempDir Path folder;

  /** Writes a swing; what is measured of it is 1000 more than the truth, so that it shows. */
  private Path log(String name, boolean qd, boolean qdd) {
    var csv =
        new StringBuilder("t,q1" + (qd ? ",qd1" : "") + (qdd ? ",qdd1" : "") + ",load,tau1\n");
    for (int i = 0; i < 200; i++) {
      double t = i * 0.01;
      csv.append(String.format(Locale.ROOT, "%.2f,%.6f", t, Math.sin(t)))
          .append(qd ? String.format(Locale.ROOT, ",%.6f", Math.cos(t) + 1000) : "")
          .append(qdd ? String.format(Locale.ROOT, ",%.6f", -Math.sin(t) + 1000) : "")
          .append(",5,")
          .append(i)
          .append('\n');
    }
    try {
      return Files.writeString(folder.resolve(name), csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LogData read(Preparation preparation, Path... files) {
    ReadingOptions options =
        ReadingOptions.DEFAULT.withExtraInputs(List.of("load")).withPreparation(preparation);
    return new TrajectoryReader(options, Cache.NONE).readTrajectories(List.of(files));
  }

  private static Motion motion(LogData data) {
    return data.trajectories().get(0).motion();
  }

  @Test
  void derivesWhatALogLacks() {
    LogData data = read(Preparation.DEFAULT, log("q.csv", false, false));

    Motion motion = motion(data);
    assertEquals(FROM_Q, data.signals().derivatives());
    assertEquals(Math.cos(1), motion.qd().at(100, 0), 1e-3); // the filter flattens by 1e-8
    assertEquals(-Math.sin(1), motion.qdd().at(100, 0), 1e-2); // q has six digits
    assertEquals(5, motion.extra().at(100, 0), 0);
    assertEquals(100, data.trajectories().get(0).tau().at(100, 0), 0);
  }

  @Test
  void derivesAccelerationsFromMeasuredVelocities() {
    LogData data = read(Preparation.DEFAULT, log("qd.csv", true, false));

    assertEquals(Derivatives.of(true, false, BY), data.signals().derivatives());
    assertEquals(Math.cos(1) + 1000, motion(data).qd().at(100, 0), 1e-4);
    assertEquals(-Math.sin(1), motion(data).qdd().at(100, 0), 1e-2);
  }

  @Test
  void readsWhatALogHas() {
    LogData data = read(Preparation.DEFAULT, log("all.csv", true, true));

    assertEquals(Derivatives.MEASURED, data.signals().derivatives());
    assertEquals(-Math.sin(1) + 1000, motion(data).qdd().at(100, 0), 1e-4);
  }

  @Test
  void aModelOfDerivedInputsGetsDerivedOnesFromAnyLog() {
    Preparation asTrained = Preparation.DEFAULT.asTrained(FROM_Q);

    LogData complete = read(asTrained, log("all.csv", true, true));
    LogData positions = read(asTrained, log("q.csv", false, false));

    assertEquals(FROM_Q, complete.signals().derivatives());
    assertArrayEquals(
        motion(positions).inputSeries().toArray(), motion(complete).inputSeries().toArray());
    assertTrue(complete.notes().ignoredColumns().contains("qdd1"));
  }

  @Test
  void aModelOfMeasuredInputsRefusesLogsWithoutThem() {
    Preparation asTrained = Preparation.DEFAULT.asTrained(Derivatives.of(true, false, BY));
    Path log = log("q.csv", false, false);

    var error = assertThrows(InputException.class, () -> read(asTrained, log));

    assertEquals(
        log
            + ":1: no columns qd1.., but the model was trained on logs with measured qd (qd measured;"
            + " qdd derived from qd: zero-phase Butterworth filter, order 2, 10 Hz); give logs that"
            + " have them, or train a model on logs without them",
        error.getMessage());
  }

  @Test
  void logsOfOneDataSetMustBeDerivedAlike() {
    Path first = log("all.csv", true, true);
    Path second = log("qd.csv", true, false);

    var error = assertThrows(InputException.class, () -> read(Preparation.DEFAULT, first, second));

    assertEquals(
        second
            + ":1: has qd measured; qdd derived from qd: zero-phase Butterworth filter, order 2, 10 Hz,"
            + " but "
            + first
            + " has qd and qdd measured, expected one way for all logs; drop columns qd or qdd where"
            + " other logs lack them, or read them apart",
        error.getMessage());
  }

  @Test
  void motionsAreDerivedToo() {
    var reader = new TrajectoryReader(ReadingOptions.DEFAULT, Cache.NONE);

    Motion motion = reader.readMotions(List.of(log("q.csv", false, false))).motions().get(0);

    assertEquals(Math.cos(1), motion.qd().at(100, 0), 1e-3);
  }

  @Test
  void aCacheIsMadeForEachWayOfDeriving() {
    Path log = log("q.csv", false, false);
    var slow = new Differentiation.ZeroPhaseButterworth(1);
    LogData expected = read(Preparation.DEFAULT.withDifferentiation(slow), log);

    LogData first = cached(Preparation.DEFAULT, log);
    LogData other = cached(Preparation.DEFAULT.withDifferentiation(slow), log);
    LogData again = cached(Preparation.DEFAULT.withDifferentiation(slow), log);

    assertNotEquals(first.trajectories(), other.trajectories());
    assertEquals(expected.trajectories(), other.trajectories());
    assertEquals(expected.trajectories(), again.trajectories());
    assertEquals(expected.signals(), again.signals());
  }

  private static LogData cached(Preparation preparation, Path log) {
    ReadingOptions options =
        ReadingOptions.DEFAULT.withExtraInputs(List.of("load")).withPreparation(preparation);
    return new TrajectoryReader(options, Cache.BESIDE_LOG).readTrajectories(List.of(log));
  }

  @Test
  void logsAreResampledIfAsked() throws IOException {
    Path log = folder.resolve("gaps.csv");
    Files.writeString(
        log, "t,q1,qd1,qdd1,load,tau1\n0,0,0,0,0,0\n1,1,1,1,1,1\n3,3,3,3,3,3\n4,4,4,4,4,4\n");

    LogData data = read(Preparation.DEFAULT.withTimes(IrregularTimes.Resample.DEFAULT), log);

    assertArrayEquals(new float[] {0, 1, 2, 3, 4}, motion(data).q().toArray(), 1e-6f);
    assertEquals(2, motion(data).times().at(2), 0);
    assertEquals(1, data.signals().samplePeriod(), 0);
  }
}
